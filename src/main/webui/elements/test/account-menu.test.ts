// @vitest-environment happy-dom
import type { ChatClient } from '@eplatform/chat'
import { beforeEach, expect, test } from 'vitest'
import type { FakeServer } from '../../sdk/test/fake/fake-server'
import { meeting, passes } from '../../sdk/test/setup'
import { ChatProfile } from '../src/list/profile'
import { DEFAULT_SETTINGS, type Settings } from '../src/shell/settings'
import { find } from './find'

let server: FakeServer
let client: ChatClient
let profile: ChatProfile
let changes: Partial<Settings>[]
let wishes: string[]

beforeEach(async () => {
  ;({ server, client } = await meeting())
  profile = new ChatProfile()
  profile.client = client
  profile.settings = DEFAULT_SETTINGS
  profile.permission = 'default'
  profile.shortcuts = true
  changes = []
  wishes = []
  profile.addEventListener('chat-settings', event => changes.push(event.change))
  for (const wish of ['chat-sign-out', 'chat-shortcuts'] as const) profile.addEventListener(wish, () => wishes.push(wish))
  document.body.replaceChildren(profile)
  await passes(50)
  one('.self').click()
  await passes(0)
})

const one = (selector: string) => find(profile, selector)[0] as HTMLElement
const named = (text: string) => find(profile, 'dialog button').find(button => button.textContent === text) as HTMLElement
const line = (text: string) => find(profile, '.line').find(line => line.textContent!.includes(text)) as HTMLElement | undefined
const isOpen = () => one('dialog').hasAttribute('open')

test('the menu is open, and its button says so', () => {
  expect(isOpen()).toBe(true)
  expect(one('.self').getAttribute('aria-expanded')).toBe('true')
})

test('every choice is told', () => {
  ;(find(profile, '.segments input')[2] as HTMLInputElement).dispatchEvent(new Event('change'))
  const select = one('select') as HTMLSelectElement
  select.value = 'de'
  select.dispatchEvent(new Event('change'))
  select.value = ''
  select.dispatchEvent(new Event('change'))
  line('Notifications')!.querySelector('input')!.click()
  line('Sound')!.querySelector('input')!.click()
  expect(changes).toEqual([{ theme: 'dark' }, { language: 'de' }, { language: undefined }, { notifications: true }, { sound: true }])
})

test('what messages say can be left out of notifications, where there are any', async () => {
  expect(line('Show what messages say')).toBeUndefined()
  profile.settings = { ...DEFAULT_SETTINGS, notifications: true }
  await passes(0)
  line('Show what messages say')!.querySelector('input')!.click()
  expect(changes).toEqual([{ preview: false }])
})

test('notifications that the browser blocks say so, and cannot be switched on', async () => {
  profile.permission = 'denied'
  await passes(0)
  const notifications = line('Notifications')!
  expect(notifications.textContent).toContain('This browser blocks notifications from this page.')
  notifications.querySelector('input')!.click()
  expect(changes).toEqual([])
})

test('where there are no notifications none are offered, and elsewhere than on a page of its own nothing is', async () => {
  profile.permission = 'unavailable'
  await passes(0)
  expect(line('Notifications')).toBeUndefined()
  profile.settings = undefined
  profile.shortcuts = false
  await passes(0)
  expect(find(profile, 'dialog button').map(button => button.textContent)).toEqual(['Sign out'])
})

test('who signs out goes at once when all is sent', () => {
  named('Sign out').click()
  expect(wishes).toEqual(['chat-sign-out'])
  expect(isOpen()).toBe(false)
})

test('who would lose what is not sent is asked first', async () => {
  server.refuseConnections = true
  server.cut()
  client.send('ab', 'one')
  client.send('ab', 'two')
  await passes(0)
  named('Sign out').click()
  await passes(0)
  expect(one('.leaving').textContent).toContain('2 messages have not been sent')
  expect(wishes).toEqual([])
  named('Cancel').click()
  await passes(0)
  named('Sign out').click()
  await passes(0)
  named('Delete and sign out').click()
  expect(wishes).toEqual(['chat-sign-out'])
})

test('the keys can be looked up', () => {
  named('Keyboard shortcuts').click()
  expect(wishes).toEqual(['chat-shortcuts'])
})
