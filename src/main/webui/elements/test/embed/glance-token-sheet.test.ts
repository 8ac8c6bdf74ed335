import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { GLANCE_COLOURS, GLANCE_MEASURES, glanceTokenSheet } from '../../src/theme/glance-token-sheet'
import { tokenSheet } from '../../src/theme/token-sheet'

const NAMES = [...Object.keys(GLANCE_COLOURS), ...Object.keys(GLANCE_MEASURES)]

/** The tokens that the style in this file uses, by their names without what stands before. */
function usedIn(file: string): string[] {
  const source = readFileSync(resolve(import.meta.dirname, '../../src/embed', file), 'utf8')
  return [...source.matchAll(/var\(--(?:chat-|_)([a-z0-9-]+)/g)].map(([, name]) => name!)
}

test('what stands on a page before anything is opened uses no token but those that come with it, and all of them', () => {
  const used = ['light.styles.ts', 'chat-with.styles.ts', 'chat-presence.ts', 'chat-unread.ts'].flatMap(usedIn)
  expect([...new Set(used)].toSorted()).toEqual(NAMES.toSorted())
})

test('a token is the same before and after something is opened', () => {
  const declared = (sheet: string) => sheet.match(/--_[a-z-]+: var\(--chat-.*?\);/g) ?? []
  expect(declared(glanceTokenSheet).length).toBeGreaterThan(NAMES.length)
  expect(declared(tokenSheet)).toEqual(expect.arrayContaining(declared(glanceTokenSheet)))
})

test.each(['floating.ts', 'launcher.ts', 'panel.ts', 'whole-place.ts'])('%s brings the rest of them', file => {
  const source = readFileSync(resolve(import.meta.dirname, '../../src/embed', file), 'utf8')
  expect(source).toContain('adoptedStyleSheets.push(sheetOf(tokenSheet), ')
})
