import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { MANIFEST, manifest } from '../../manifest.mjs'

interface Declaration {
  tagName?: string
  description?: string
  attributes?: { name: string }[]
  cssParts?: { name: string; description?: string }[]
  events?: { name: string; description?: string }[]
}

const EMBED = resolve(import.meta.dirname, '../src/embed')
const sources = readdirSync(EMBED).map(file => readFileSync(resolve(EMBED, file), 'utf8'))
const { modules } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { modules: { declarations: Declaration[] }[] }
const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName !== undefined)

test('the manifest is what the sources say; otherwise run `npm run manifest`', async () => {
  expect(readFileSync(MANIFEST, 'utf8')).toBe(await manifest())
}, 60_000)

test('it has every element that a page is given', () => {
  const given = sources.flatMap(source => [...source.matchAll(/^define\('([\w-]+)'\)/gm)].map(match => match[1]))
  expect(elements.map(({ tagName }) => tagName).sort()).toEqual(given.sort())
})

test('every part that an element is made of is in it, and no other', () => {
  const made = sources.flatMap(source => [...source.matchAll(/part: '(\w+)'|'part', own \? undefined : '(\w+)'/g)].map(match => match[1] ?? match[2]))
  const told = elements.flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name))
  expect([...new Set(told)].sort()).toEqual([...new Set(made)].sort())
})

test('whoever reads it learns what each thing is', () => {
  const told = elements.flatMap(({ tagName, description, cssParts = [], events = [] }) => [{ name: tagName, description }, ...cssParts, ...events])
  expect(told.filter(({ description }) => !description)).toEqual([])
})
