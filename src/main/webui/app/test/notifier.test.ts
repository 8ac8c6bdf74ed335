// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import type { ChatClient } from '@eplatform/chat'
import type { FakeConversation } from '../../sdk/test/fake/fake-data'
import type { FakeServer } from '../../sdk/test/fake/fake-server'
import { meeting, passes } from '../../sdk/test/setup'
import { Chime } from '../src/chime'
import { KeptSettings } from '../src/kept-settings'
import { Notifier } from '../src/notifier'
import { OurTabs } from '../src/our-tabs'

class FakeNotification {
  static permission = 'granted'
  static all: FakeNotification[] = []
  onclick: (() => void) | undefined
  closed = false

  constructor(readonly title: string, readonly options: { body: string; tag: string; silent: boolean }) {
    FakeNotification.all.push(this)
  }

  close() {
    this.closed = true
  }
}

let server: FakeServer
let client: ChatClient
let conversation: FakeConversation
let settings: KeptSettings
let looks: boolean
let lookedAtElsewhere: boolean
let notifies: boolean
let opened: string[]
let sounds: number
const page = { conversationId: undefined as string | undefined, open: (id: string) => opened.push(id) }

beforeEach(async () => {
  localStorage.clear()
  ;({ server, client, conversation } = await meeting(1))
  looks = lookedAtElsewhere = false
  notifies = true
  opened = []
  sounds = 0
  page.conversationId = undefined
  FakeNotification.all = []
  FakeNotification.permission = 'granted'
  vi.stubGlobal('Notification', FakeNotification)
  vi.spyOn(document, 'hasFocus').mockImplementation(() => looks)
  vi.spyOn(Chime.prototype, 'sound').mockImplementation(() => void sounds++)
  vi.spyOn(OurTabs.prototype, 'notifies', 'get').mockImplementation(() => notifies)
  vi.spyOn(OurTabs.prototype, 'lookedAt').mockImplementation(() => Promise.resolve(looks || lookedAtElsewhere))
  settings = new KeptSettings()
  settings.change({ notifications: true, sound: true })
  new Notifier(client, new OurTabs(), settings, new Chime(), page)
  await passes(1000)
})

async function bobSays(text: string) {
  server.say(conversation, 'bob', text)
  await passes(100)
}

const told = () => FakeNotification.all.map(({ title, options: { body } }) => `${title}: ${body}`)

test('while nobody looks at any tab the browser tells who writes what, silently and with our own sound', async () => {
  await bobSays('are you\nthere?')
  expect(told()).toEqual(['Bob Meyer: are you there?'])
  expect(FakeNotification.all[0]!.options).toMatchObject({ tag: 'ab', silent: true })
  expect(sounds).toBe(1)
})

test('somebody looks at this tab, or at another: nothing is notified', async () => {
  looks = true
  await bobSays('hi')
  looks = false
  lookedAtElsewhere = true
  await bobSays('hi')
  expect(told()).toEqual([])
})

test('one tab of all tells', async () => {
  notifies = false
  await bobSays('hi')
  expect([told(), sounds]).toEqual([[], 0])
})

test('what is seen as it comes makes no sound, what comes elsewhere does', async () => {
  looks = true
  page.conversationId = 'ab'
  await bobSays('hi')
  expect(sounds).toBe(0)
  page.conversationId = 'other'
  await bobSays('hi')
  expect(sounds).toBe(1)
})

test('a click leads to the conversation', async () => {
  await bobSays('hi')
  FakeNotification.all[0]!.onclick!()
  expect(opened).toEqual(['ab'])
  expect(FakeNotification.all[0]!.closed).toBe(true)
})

test('what is read, here or elsewhere, is told no longer', async () => {
  await bobSays('hi')
  expect(FakeNotification.all[0]!.closed).toBe(false)
  client.markRead('ab', conversation.messages.length)
  await passes(100)
  expect(FakeNotification.all[0]!.closed).toBe(true)
})

test('what messages say can be left out', async () => {
  settings.change({ preview: false })
  await bobSays('a secret')
  expect(told()).toEqual(['Bob Meyer: New message'])
})

test('nothing is told that nobody asked for, or that the browser blocks', async () => {
  FakeNotification.permission = 'denied'
  await bobSays('hi')
  FakeNotification.permission = 'granted'
  settings.change({ notifications: false, sound: false })
  await bobSays('hi')
  expect([told(), sounds]).toEqual([[], 1])
})

test('my own messages, from wherever, are no news', async () => {
  server.say(conversation, 'alice', 'from my phone')
  await passes(100)
  expect([told(), sounds]).toEqual([[], 0])
})
