// @vitest-environment happy-dom
import { setLanguage, words } from '@eplatform/chat-elements'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { markPage, speak } from '../src/language'

const html = document.documentElement

beforeEach(() => {
  html.lang = 'en'
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['nl', 'fr-CH', 'de'])
})

afterEach(() => setLanguage({ locale: 'en' }))

test('the page speaks the first language of the browser that it knows, whatever its own markup says', async () => {
  await speak()
  expect(words().send).toBe('Envoyer')
})

test('a language that was chosen comes first, until the choice is taken back', async () => {
  await speak('de')
  expect(words().send).toBe('Senden')
  await speak(undefined)
  expect(words().send).toBe('Envoyer')
})

test('the page says on itself which language it speaks, and which way it reads', async () => {
  await speak('de')
  markPage()
  expect([html.lang, html.dir]).toEqual(['de', 'ltr'])
  await speak('ar')
  expect([html.lang, html.dir]).toEqual(['ar', 'rtl'])
})
