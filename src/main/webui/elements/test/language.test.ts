// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { meeting, passes } from '../../sdk/test/setup'
import { ChatApp } from '../src/shell/app'
import { dayName, shortTime } from '../src/shared/times'
import { locale } from '../src/words/locale'
import { followLanguage, setLanguage } from '../src/words/choice'
import { words } from '../src/words/words'
import { find } from './find'

beforeEach(() => {
  document.body.replaceChildren()
  document.documentElement.lang = ''
})

afterEach(async () => {
  vi.restoreAllMocks()
  await setLanguage({ locale: 'en' })
})

async function shown() {
  const { client, server, conversation } = await meeting(2)
  const app = new ChatApp()
  Object.assign(app, { client, conversationId: 'ab' })
  document.body.append(app)
  await passes(50)
  return { app, server, conversation }
}

const field = (app: ChatApp) => find(app, 'textarea')[0]!.getAttribute('placeholder')
const prefers = (...languages: string[]) => vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages)

test('everything that is shown follows the language at once', async () => {
  const { app } = await shown()
  expect(field(app)).toBe('Write a message')
  await setLanguage({ locale: 'de' })
  await passes(50)
  expect(field(app)).toBe('Nachricht schreiben')
  expect(find(app, '[role=option]')[0]!.getAttribute('aria-label')).toContain('2 ungelesen, offline')
})

test('Arabic reads from right to left, and says that it is Arabic, whatever the page around', async () => {
  const { app } = await shown()
  expect([app.lang, app.dir]).toEqual(['en-US', 'ltr'])
  await setLanguage({ locale: 'ar' })
  expect([app.lang, app.dir]).toEqual(['ar', 'rtl'])
  expect(find(app, 'chat-thread, chat-list').map(inner => inner.getAttribute('dir'))).toEqual([null, null])
})

test('a text that a platform has replaced is used, and the others stay', async () => {
  const { app } = await shown()
  await setLanguage({ locale: 'fr', words: { writeMessage: 'Votre réponse' } })
  await passes(50)
  expect(field(app)).toBe('Votre réponse')
  expect(words().send).toBe('Envoyer')
  await setLanguage({ locale: 'fr' })
  expect(words().writeMessage).toBe('Écrire un message')
})

test.each([
  ['de-AT', 'de-AT', 'Senden'],
  ['de_AT', 'de-AT', 'Senden'],
  ['DE', 'de', 'Senden'],
  ['de-', 'de', 'Senden'],
  [['es', 'fr-CA', 'de'], 'fr-CA', 'Envoyer'],
  ['tlh', 'en-US', 'Send'],
  ['', 'en-US', 'Send'],
  ['constructor', 'en-US', 'Send'],
])('%s is %s', async (wanted, tag, send) => {
  await setLanguage({ locale: wanted })
  expect([locale(), words().send]).toEqual([tag, send])
})

test('without a choice the document\'s language is taken, then the browser\'s, then English', async () => {
  prefers('nl', 'fr-CH')
  document.documentElement.lang = 'de'
  await setLanguage({})
  expect(locale()).toBe('de')
  document.documentElement.lang = 'pt'
  await setLanguage({})
  expect(locale()).toBe('fr-CH')
  prefers('nl')
  await setLanguage({})
  expect(locale()).toBe('en-GB')
})

test('a page that changes its language without being loaded again takes the chat with it, unless one was chosen', async () => {
  await setLanguage({ words: { send: 'Los' } })
  document.documentElement.lang = 'de'
  await vi.waitFor(() => expect([words().close, words().send]).toEqual(['Schließen', 'Los']))
  await setLanguage({ locale: 'fr' })
  document.documentElement.lang = 'ar'
  await passes(10)
  expect(locale()).toBe('fr')
})

test('a language without a region is taken in the reader\'s variant', async () => {
  prefers('en-GB', 'de-CH')
  await setLanguage({ locale: 'de' })
  expect(locale()).toBe('de-CH')
  expect(words().characters(7900, 8000)).toMatch(/^7['’]900 von 8['’]000 Zeichen$/)
})

test('times and days are told in the language', async () => {
  const now = new Date('2026-11-24T15:00:00')
  await setLanguage({ locale: 'fr' })
  expect(dayName('2026-03-03T12:00:00', now)).toBe('mardi 3 mars')
  expect(shortTime('2026-11-23T12:00:00', now)).toBe('Hier')
  await setLanguage({ locale: 'de' })
  expect(dayName('2026-03-03T12:00:00', now)).toBe('Dienstag, 3. März')
})

test('of two choices in close succession the later one counts', async () => {
  await Promise.all([setLanguage({ locale: 'ar' }), setLanguage({ locale: 'en' })])
  expect(locale()).toBe('en-US')
})

test('the first texts wait for their language: none is shown in English before', async () => {
  const { client } = await meeting()
  const app = new ChatApp()
  app.client = client
  const chosen = setLanguage({ locale: 'de' })
  document.body.append(app)
  expect(app.hasUpdated).toBe(false)
  await chosen
  await app.updateComplete
  expect(app.renderRoot.textContent).toContain('Wähle einen Chat')
})

test('whoever has gone is not told any more', async () => {
  const listener = vi.fn()
  followLanguage(listener)()
  await setLanguage({ locale: 'fr' })
  expect(listener).not.toHaveBeenCalled()
})
