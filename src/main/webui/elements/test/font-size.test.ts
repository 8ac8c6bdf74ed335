import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const SOURCES = resolve(import.meta.dirname, '../src')

test('every text has the size of a token, so that a page that sets one changes all of it', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts') && !file.endsWith('token-sheet.ts'))
  const sizes = files.flatMap(file => [...readFileSync(resolve(SOURCES, file), 'utf8').matchAll(/font(?:-size)?: ([^;]+);/g)].map(match => `${file}: ${match[1]}`))
  expect(sizes.length).toBeGreaterThan(10)
  expect(sizes.filter(size => !/: (inherit|var\(--[_a-z-]+\)|calc\(.*var\(--[_a-z-]+\).*\))$/.test(size))).toEqual([])
})
