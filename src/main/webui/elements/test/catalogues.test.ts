import { afterEach, expect, test } from 'vitest'
import { ar } from '../src/words/ar'
import { de } from '../src/words/de'
import { en, type Words } from '../src/words/en'
import { fr } from '../src/words/fr'
import { setLanguage } from '../src/words/choice'

const OTHERS: Record<string, Words> = { de, fr, ar }
const COUNTS = [0, 1, 2, 3, 11, 100]
/** What is rightly written as in English. */
const SAME: Record<string, (keyof Words)[]> = {
  de: ['chat', 'chats', 'comma', 'saidBy', 'emoji', 'online', 'offline', 'themeSystem', 'keyAlt'],
  fr: ['chat', 'comma', 'conversation', 'conversations', 'notifications', 'keyControl', 'keyAlt'],
  ar: ['saidBy', 'keyControl', 'keyAlt', 'keyShift', 'keyEnter'],
}

afterEach(() => setLanguage({ locale: 'en' }))

test.each(Object.keys(OTHERS))('%s has every text, each with what it tells', language => {
  expect(Object.keys(OTHERS[language]!).sort()).toEqual(keys().sort())
  for (const key of keys()) {
    const text = said(OTHERS[language]!, key)
    expect(text, key).not.toBe('')
    expect(text, key).not.toMatch(/undefined|#|^ | $(?<!: |, |، )/)
    expect(parts(OTHERS[language]!, key), key).toEqual(parts(en, key))
  }
})

test.each(Object.keys(OTHERS))('%s has nothing left in English', language => {
  expect(keys().filter(key => said(OTHERS[language]!, key) === said(en, key)).sort()).toEqual(SAME[language]!.sort())
})

test.each([
  ['en', ['0 new messages', '1 new message', '2 new messages', '3 new messages', '11 new messages', '100 new messages']],
  ['de', ['0 neue Nachrichten', '1 neue Nachricht', '2 neue Nachrichten', '3 neue Nachrichten', '11 neue Nachrichten', '100 neue Nachrichten']],
  ['fr', ['0 nouveau message', '1 nouveau message', '2 nouveaux messages', '3 nouveaux messages', '11 nouveaux messages', '100 nouveaux messages']],
  ['ar', ['لا رسائل جديدة', 'رسالة جديدة واحدة', 'رسالتان جديدتان', '3 رسائل جديدة', '11 رسالة جديدة', '100 رسالة جديدة']],
])('%s has the form that goes with each number', (language, forms) => {
  expect(COUNTS.map({ en, ...OTHERS }[language]!.newMessages)).toEqual(forms)
})

test('Arabic tells six numbers apart wherever it counts', () => {
  for (const count of [ar.newMessages, ar.unread, ar.messagesNotSent]) expect(new Set(COUNTS.map(count)).size).toBe(COUNTS.length)
})

test('numbers are written as the language and its region write them', async () => {
  await setLanguage({ locale: 'de' })
  expect(de.characters(7900, 8000)).toBe('7.900 von 8.000 Zeichen')
  await setLanguage({ locale: 'ar-EG' })
  expect(ar.newMessages(11)).toBe('١١ رسالة جديدة')
})

test('French keeps its marks together with the word before, by a narrow space', () => {
  expect(keys().map(key => said(fr, key)).filter(text => /[ \u00A0\p{L}][:;!?»]|«[^\u202F]|'/u.test(text))).toEqual([])
})

test.each(Object.keys(OTHERS))('%s writes its own quotation marks and one character for an ellipsis', language => {
  expect(keys().map(key => said(OTHERS[language]!, key)).filter(text => /["“]\p{L}|\.\.\./u.test(text))).toEqual([])
})

function keys(): (keyof Words)[] {
  return Object.keys(en) as (keyof Words)[]
}

/** A text, with a name or a number for everything that is put into it. */
function said(words: Words, key: keyof Words): string {
  const text = words[key] as string | ((...parts: unknown[]) => string)
  return typeof text === 'string' ? text : text(...Array.from({ length: text.length }, (_, index) => index + 5))
}

/** How much is put into a text. */
function parts(words: Words, key: keyof Words): number {
  const text = words[key]
  return typeof text === 'string' ? 0 : text.length
}
