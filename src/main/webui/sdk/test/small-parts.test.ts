import { expect, test, vi } from 'vitest'
import { backOff } from '../src/back-off'
import { newId } from '../src/ids'
import { nextPage } from '../src/link'
import { codePoints, refusal } from '../src/text'

test('the delay doubles from 0.5 s to 15 s, and is spread over its whole range', () => {
  const random = vi.spyOn(Math, 'random').mockReturnValue(1)
  expect([0, 1, 2, 6, 20].map(backOff)).toEqual([500, 1000, 2000, 15_000, 15_000])
  random.mockReturnValue(0)
  expect(backOff(3)).toBe(0)
})

test('an id is a UUID, on insecure origins too', () => {
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(255) })
  expect(newId()).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
  vi.unstubAllGlobals()
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('a text is measured in code points', () => {
  expect(codePoints('a🗺️')).toBe(3)
  expect(refusal('😀'.repeat(8000))).toBeUndefined()
  expect(refusal('😀'.repeat(8001))).toBe('message_too_long')
})

test('blank and broken texts are refused', () => {
  expect(refusal(' \n ')).toBe('empty_message')
  expect(refusal('a\0')).toBe('invalid_text')
  expect(refusal('a\ud83d')).toBe('invalid_text')
})

test('the next page is found whatever host the link names', () => {
  expect(nextPage('<http://inside/api/chat/users/?after=x>; rel="next"')).toBe('?after=x')
  expect(nextPage('</a?b=1>; rel="prev"')).toBeUndefined()
  expect(nextPage(null)).toBeUndefined()
})
