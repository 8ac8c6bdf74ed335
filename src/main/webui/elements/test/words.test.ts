import type { TemplateResult } from 'lit'
import { expect, test } from 'vitest'
import { initials } from '../src/shared/avatar'
import { isJumbo } from '../src/shared/emoji'
import { linked } from '../src/shared/linked'
import { presenceText } from '../src/shared/presence'
import { ago, dayName, shortTime } from '../src/shared/times'

const now = new Date('2026-11-24T15:00:00')

test.each([
  ['2026-11-24T14:59:50', 'just now'],
  ['2026-11-24T14:55:00', '5 minutes ago'],
  ['2026-11-24T12:00:00', '3 hours ago'],
  ['2026-11-21T12:00:00', '3 days ago'],
  ['2025-11-20T12:00:00', 'last year'],
])('%s is %s', (time, text) => {
  expect(ago(time, now)).toBe(text)
})

test('a time in the list is as short as it can be', () => {
  expect(shortTime('2026-11-23T23:59:00', now)).toBe('Yesterday')
  expect(shortTime('2026-11-20T12:00:00', now)).toBe('Fri')
  expect(shortTime('2026-03-03T12:00:00', now)).toMatch(/^(3 Mar|Mar 3)$/)
})

test('days are called by their names', () => {
  expect(dayName('2026-11-24T00:00:01', now)).toBe('Today')
  expect(dayName('2026-11-23T00:00:01', now)).toBe('Yesterday')
  expect(dayName('2026-03-03T12:00:00', now)).toMatch(/Tuesday/)
})

test('presence is said in words', () => {
  expect(presenceText({ id: 'b', name: 'B', online: true })).toBe('online')
  expect(presenceText({ id: 'b', name: 'B', online: false })).toBe('offline')
  expect(presenceText({ id: 'b', name: 'B', online: false, lastActive: '2026-11-24T14:55:00' }, now)).toBe('last seen 5 minutes ago')
})

test.each([['👍', true], ['👍🏽 🎉', true], ['👨‍👩‍👧', true], ['🇫🇷❤️', true], ['1', false], ['ok 👍', false], ['🎉🎉🎉🎉', false], ['', false]])(
  '%s alone is shown large: %s',
  (text, large) => expect(isJumbo(text)).toBe(large),
)

test('initials are the first letters of the first and the last word, whatever the script', () => {
  expect(['Bob Meyer', 'bob', 'Anna Maria de Souza', '𠮷野 家', ''].map(initials)).toEqual(['BM', 'B', 'AS', '𠮷家', ''])
})

test('only web addresses become links, without the sentence around them', () => {
  expect(flat(linked('see https://a.example/x?y=(1). Or javascript:alert(1)'))).toEqual([
    'see ', { href: 'https://a.example/x?y=(1' }, '). Or javascript:alert(1)',
  ])
  expect(flat(linked('<b>no</b>'))).toEqual(['<b>no</b>'])
})

test('an address ends where the direction of the text is turned', () => {
  expect(flat(linked('https://a.example/\u202Egpj.exe'))).toEqual(['', { href: 'https://a.example/' }, '\u202Egpj.exe'])
})

test('a long run of dots that ends in something else costs no time', () => {
  const text = `https://a.example/${'.'.repeat(8000)}a`.repeat(20)
  const began = performance.now()
  linked(text)
  expect(performance.now() - began).toBeLessThan(200)
})

function flat(parts: (string | TemplateResult)[]) {
  return parts.map(part => (typeof part === 'string' ? part : { href: part.values[0] }))
}
