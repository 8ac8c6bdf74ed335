// @vitest-environment happy-dom
import { locale, setLanguage, words } from '@eplatform/chat-elements'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chooseLanguage, chosenLanguage, speak } from '../src/language'

const html = document.documentElement

beforeEach(() => {
  localStorage.clear()
  html.lang = 'en'
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['nl', 'fr-CH', 'de'])
})

afterEach(async () => {
  vi.restoreAllMocks()
  await setLanguage({ locale: 'en' })
})

test('the page speaks the first language of the browser that it knows, and says so on itself', async () => {
  speak()
  await vi.waitFor(() => expect([html.lang, html.dir]).toEqual(['fr-CH', 'ltr']))
  expect(words().send).toBe('Envoyer')
})

test('what was chosen on this browser comes first, also at the next visit', async () => {
  await chooseLanguage('ar')
  await setLanguage({ locale: 'en' })
  speak()
  await vi.waitFor(() => expect([html.lang, html.dir]).toEqual(['ar', 'rtl']))
  expect(chosenLanguage()).toBe('ar')
})

test('a choice that is taken back leaves it to the browser\'s settings', async () => {
  await chooseLanguage('de')
  await chooseLanguage(undefined)
  expect([chosenLanguage(), locale()]).toEqual([undefined, 'fr-CH'])
})

test('a choice in one tab is followed by the others', async () => {
  speak()
  localStorage.setItem('chat-language', 'de')
  window.dispatchEvent(new StorageEvent('storage', { key: 'chat-language' }))
  await vi.waitFor(() => expect(words().send).toBe('Senden'))
})

test('a browser that keeps nothing still speaks what is chosen', async () => {
  const closed = () => {
    throw new DOMException('', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: closed, setItem: closed, removeItem: closed })
  await chooseLanguage('de')
  expect([chosenLanguage(), words().send]).toEqual([undefined, 'Senden'])
  vi.unstubAllGlobals()
})
