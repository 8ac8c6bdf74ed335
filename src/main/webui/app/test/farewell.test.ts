import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COLOURS, type ColourRole } from '../../elements/src/theme/colours'

const SHEET = new URL('../../../resources/META-INF/resources/chat/farewell.css', import.meta.url)

test('the last page, which runs no script, has the colours of the chat', () => {
  const css = readFileSync(SHEET, 'utf8')
  const dark = css.indexOf('@media (prefers-color-scheme: dark)')
  const declared = [...css.matchAll(/--([a-z-]+): oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)/g)]
  expect(declared).toHaveLength(14)
  for (const { 1: role, 2: lightness, 3: chroma, 4: hue, index } of declared) {
    const [l, c, h] = COLOURS[role as ColourRole][index < dark ? 'light' : 'dark']
    expect([role, Number(lightness) / 100, Number(chroma), Number(hue)]).toEqual([role, l, c, h])
  }
})
