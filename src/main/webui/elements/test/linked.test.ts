import { expect, test } from 'vitest'
import { hostShown } from '../src/shared/host'
import { type Link, linked } from '../src/shared/linked'

test('web addresses become links, without the sentence around them', () => {
  expect(flat('see https://a.example/x?y=(1). Or javascript:alert(1)')).toEqual([
    'see ', { href: 'https://a.example/x?y=(1)' }, '. Or javascript:alert(1)',
  ])
  expect(flat('(https://a.example/x)')).toEqual(['(', { href: 'https://a.example/x' }, ')'])
  expect(flat('<b>no</b>')).toEqual(['<b>no</b>'])
})

test('what is written as an address becomes a link, and what only looks like one does not', () => {
  expect(hrefs('www.example.com bob@example.com mailto:a@b.example tel:+49123456 HTTPS://A.example/B')).toEqual([
    'https://www.example.com', 'mailto:bob@example.com', 'mailto:a@b.example', 'tel:+49123456', 'HTTPS://A.example/B',
  ])
  expect(hrefs('notes.md is at example.com, v1.2.3')).toEqual([])
})

test.each([
  'javascript:alert(1)', 'JaVaScRiPt://example.com/%0aalert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:msgbox', 'file:///etc/passwd',
  'ftp://example.com/x', 'blob:https://example.com/1', 'intent://example.com#Intent', 'sms:+49123',
])('%s is no link', text => {
  for (const href of hrefs(text)) expect(new URL(href).protocol).toMatch(/^(https?|mailto|tel):$/)
  expect(hrefs(text).filter(href => text.startsWith(href))).toEqual([])
})

test('an address ends where the direction of the text is turned', () => {
  expect(flat('https://a.example/\u202Egpj.exe')).toEqual(['', { href: 'https://a.example/' }, '\u202Egpj.exe'])
  expect(hrefs('x\u2066https://a.example/b\u2069 www.\u202Ecom.example')).toEqual(['https://a.example/b'])
})

test('nothing of a text is lost, whatever is a link in it', () => {
  const text = 'a https://a.example/\u202Eb www.c.example, d@e.example; \u2066 tel:+49123 f'
  expect(linked(text).map(part => (typeof part === 'string' ? part : part.address)).join('')).toBe(text)
})

test('an address with letters of another script is told as people read it and as the network does', () => {
  expect(hostShown('https://xn--80ak6aa92e.com/login')).toBe('аррӏе.com = xn--80ak6aa92e.com')
  expect(hostShown('https://\u0430\u0440\u0440\u04CF\u0435.com/')).toBe('аррӏе.com = xn--80ak6aa92e.com')
  expect(hostShown('https://apple.com/')).not.toBeTypeOf('string')
  expect(hostShown('mailto:a@b.example')).not.toBeTypeOf('string')
})

test.each(['.', 'http://', '@', 'a@', 'https://a.example/x ', 'a_.@', 'www.', 'a.com?', '://', 'mailto:a@b.', '😀@'])(
  '8,000 characters of %s cost little time',
  run => {
    const text = `https://a.example/${run.repeat(8000 / run.length)}`.slice(0, 8000)
    linked(text)
    const began = performance.now()
    for (let n = 0; n < 3; n++) linked(text)
    // Far above what it takes, and far below what a search that tries anew at every character takes.
    expect((performance.now() - began) / 3).toBeLessThan(400)
  },
)

function flat(text: string) {
  return linked(text).map(part => (typeof part === 'string' ? part : { href: part.href }))
}

function hrefs(text: string): string[] {
  return linked(text).filter((part): part is Link => typeof part !== 'string').map(part => part.href)
}
