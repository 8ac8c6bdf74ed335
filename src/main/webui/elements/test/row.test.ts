// @vitest-environment happy-dom
import type { ChatClient } from '@eplatform/chat'
import { beforeEach, expect, test } from 'vitest'
import type { FakeServer } from '../../sdk/test/fake/fake-server'
import { meeting, passes } from '../../sdk/test/setup'
import { ChatList } from '../src/list/list'
import { ChatThread } from '../src/thread/thread'
import { setLanguage } from '../src/words/choice'

let server: FakeServer
let client: ChatClient
let list: ChatList

beforeEach(async () => {
  ;({ server, client } = await meeting(1))
  list = new ChatList()
  list.client = client
  document.body.replaceChildren(list)
  await passes(50)
})

const row = () => list.renderRoot.querySelector<HTMLElement>('[data-id=ab]')!
const preview = () => row().querySelector('.preview')!

test('a draft stands where the last message would, and is a part of the row\'s name', async () => {
  client.draft('ab', ' I think\nso ')
  await passes(0)
  expect(preview().textContent).toBe('Draft: I think so')
  expect(preview().classList).toContain('draft')
  expect(row().getAttribute('aria-label')).toContain('Draft: I think so')
})

test('of the open conversation the draft stands in the field, not in the list', async () => {
  client.draft('ab', 'I think')
  list.selected = 'ab'
  await passes(0)
  expect(preview().textContent).toBe('message 1')
})

test('who types comes before a draft', async () => {
  client.draft('ab', 'I think')
  server.broadcast('ab', { type: 'typing', conversationId: 'ab', userId: 'bob', active: true })
  await passes(50)
  expect(preview().textContent).toBe('typing …')
  await passes(8000)
  expect(preview().textContent).toBe('Draft: I think')
})

test('a message that was not sent is told, whatever was written after it', async () => {
  server.refusals.push({ code: 'forbidden' })
  client.send('ab', 'refused')
  client.send('ab', 'taken')
  await passes(100)
  expect(preview().textContent).toBe('Not sent: refused')
  expect(row().getAttribute('aria-label')).toContain('Not sent: refused')
})

test('how far one\'s own last message has come is shown and said', async () => {
  client.send('ab', 'mine')
  await passes(100)
  expect(row().querySelector('.mark')!.className).toBe('mark sent')
  expect(row().getAttribute('aria-label')).toMatch(/^Bob Meyer, You: mine, .*, sent, /)
})

test.each([[99, '99'], [100, '99+']])('%i unread messages are %s', async (count, text) => {
  for (let n = 1; n < count; n++) server.say(server.data.conversations.get('ab')!, 'bob', 'hi')
  await passes(100)
  expect(row().querySelector<HTMLElement>('.badge')!.dataset['count']).toBe(text)
  expect(row().getAttribute('aria-label')).toContain(`${count} unread`)
})

test('in every language what somebody said keeps its own direction, apart from who said it', async () => {
  await setLanguage({ locale: 'ar' })
  client.send('ab', 'Thanks!')
  await passes(100)
  const [lead, text] = preview().children as unknown as [HTMLElement, HTMLElement]
  expect([lead.textContent, lead.dir, text.textContent, text.dir]).toEqual(['أنت: ', '', 'Thanks!', 'auto'])
  await setLanguage({ locale: 'en' })
})

test('a row tells no presence once that is not known, neither by a dot nor in its name', async () => {
  const dot = () => row().querySelector('chat-avatar')!.renderRoot.querySelector('.dot')
  server.setOnline('bob', true)
  await passes(50)
  expect(dot()!.classList).toContain('online')
  expect(row().getAttribute('aria-label')).toMatch(/, online$/)
  server.refuseConnections = true
  server.cut()
  await passes(6000)
  expect(dot()).toBeNull()
  expect(row().getAttribute('aria-label')).not.toMatch(/online|offline|last seen|unknown/)
})

test('the head of a conversation says that it is not known', async () => {
  const thread = new ChatThread()
  Object.assign(thread, { client, conversationId: 'ab' })
  document.body.replaceChildren(thread)
  server.setOnline('bob', true)
  await passes(50)
  const said = () => thread.renderRoot.querySelector('header p')!.textContent
  expect(said()).toBe('online')
  server.refuseConnections = true
  server.cut()
  await passes(6000)
  expect(said()).toBe('status unknown')
})
