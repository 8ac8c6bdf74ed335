// @vitest-environment happy-dom
import { ChatApp, locale, SettingsEvent } from '@eplatform/chat-elements'
import { beforeEach, expect, test, vi } from 'vitest'
import { AccountLanguage } from '../src/account-language'
import { Chime } from '../src/chime'
import { KeptSettings } from '../src/kept-settings'
import { offerSettings } from '../src/preferences'

let app: ChatApp
let account: AccountLanguage
let answer: NotificationPermission
const asked = vi.fn(() => Promise.resolve(answer))

beforeEach(() => {
  localStorage.clear()
  asked.mockClear()
  answer = 'granted'
  vi.stubGlobal('Notification', { permission: 'default', requestPermission: asked })
  app = new ChatApp()
  account = new AccountLanguage()
  offerSettings(app, new KeptSettings(), account, new Chime())
})

async function choose(change: SettingsEvent['change']) {
  app.dispatchEvent(new SettingsEvent(change))
  await new Promise(resolve => setTimeout(resolve))
}

test('nothing is on that nobody has switched on, and nobody is asked at the start', () => {
  expect(app.settings).toMatchObject({ theme: 'system', notifications: false, preview: true, sound: false })
  expect(asked).not.toHaveBeenCalled()
})

test('what was chosen is still chosen when the page comes again', async () => {
  await choose({ theme: 'dark' })
  expect(document.documentElement.dataset['theme']).toBe('dark')
  expect(new KeptSettings().current.theme).toBe('dark')
})

test('the browser is asked when somebody switches notifications on, and what it says counts', async () => {
  await choose({ notifications: true })
  expect(asked).toHaveBeenCalledOnce()
  expect(app.settings!.notifications).toBe(true)
  await choose({ notifications: false })
  answer = 'denied'
  await choose({ notifications: true })
  expect(app.settings!.notifications).toBe(false)
})

test('another tab\'s choice counts here too', () => {
  localStorage.setItem('eplatform-chat.settings', '{"sound":true,"theme":"purple"}')
  window.dispatchEvent(new StorageEvent('storage', { key: 'eplatform-chat.settings' }))
  expect(app.settings).toMatchObject({ sound: true, theme: 'system' })
})

test.each(['', 'null', '[]', '{', '{"theme":7}'])('nonsense that is kept (%s) is nothing chosen', nonsense => {
  localStorage.setItem('eplatform-chat.settings', nonsense)
  expect(new KeptSettings().current).toMatchObject({ theme: 'system', sound: false })
})

test('a language is chosen for the page, and without one the browser\'s counts', async () => {
  await choose({ language: 'de' })
  await vi.waitFor(() => expect(locale()).toMatch(/^de/))
  expect(new KeptSettings().current.language).toBe('de')
  await choose({ language: undefined })
  await vi.waitFor(() => expect(locale()).toMatch(/^en/))
  expect(new KeptSettings().current.language).toBeUndefined()
})

test('where nothing is chosen the language of the account counts, until they sign out', async () => {
  account.learn('fr-CA')
  await vi.waitFor(() => expect(locale()).toBe('fr-CA'))
  await choose({ language: 'de' })
  await vi.waitFor(() => expect(locale()).toMatch(/^de/))
  await choose({ language: undefined })
  await vi.waitFor(() => expect(locale()).toBe('fr-CA'))
  account.forget()
  await vi.waitFor(() => expect(locale()).toMatch(/^en/))
})

test('the language of the account is known when the page comes again, and nothing of it after the sign-out', () => {
  account.learn('ar')
  expect(new AccountLanguage().tag).toBe('ar')
  account.forget()
  expect(new AccountLanguage().tag).toBeUndefined()
  expect(localStorage).toHaveLength(0)
})

test('a language of the account that the chat does not speak gives way to those of the browser', async () => {
  account.learn('tlh')
  await choose({ language: undefined })
  expect(locale()).toMatch(/^en/)
})
