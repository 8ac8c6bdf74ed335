import { expect, test } from 'vitest'
import { initials } from '../src/shared/avatar'
import { isJumbo } from '../src/shared/emoji'
import { presenceInWords } from '../src/shared/presence'
import { ago } from '../src/shared/ago'
import { dayName, shortTime } from '../src/shared/times'

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
  expect(presenceInWords({ name: 'online' })).toBe('online')
  expect(presenceInWords({ name: 'offline' })).toBe('offline')
  expect(presenceInWords({ name: 'offline', lastActive: '2026-11-24T14:55:00' }, now)).toBe('last seen 5 minutes ago')
  expect(presenceInWords({ name: 'unknown' })).toBe('status unknown')
})

test.each([['👍', true], ['👍🏽 🎉', true], ['👨‍👩‍👧', true], ['🇫🇷❤️', true], ['1', false], ['ok 👍', false], ['🎉🎉🎉🎉', false], ['', false]])(
  '%s alone is shown large: %s',
  (text, large) => expect(isJumbo(text)).toBe(large),
)

test('initials are the first letters of the first and the last word, whatever the script', () => {
  expect(['Bob Meyer', 'bob', 'Anna Maria de Souza', '𠮷野 家', ''].map(initials)).toEqual(['BM', 'B', 'AS', '𠮷家', ''])
})
