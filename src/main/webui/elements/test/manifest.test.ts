import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { MANIFEST, manifest } from '../../manifest.mjs'
import { PARTS, SLOTS } from '../src/base/parts'

interface Declaration {
  tagName?: string
  description?: string
  attributes?: { name: string }[]
  cssParts?: { name: string; description?: string }[]
  slots?: { name: string; description?: string }[]
  events?: { name: string; description?: string }[]
}

const EMBED = resolve(import.meta.dirname, '../src/embed')
const sources = readdirSync(EMBED).map(file => readFileSync(resolve(EMBED, file), 'utf8'))
const inside = ['thread', 'composer', 'list', 'shared'].flatMap(folder => {
  const path = resolve(EMBED, '..', folder)
  return readdirSync(path).map(file => readFileSync(resolve(path, file), 'utf8'))
})
const { modules } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { modules: { declarations: Declaration[] }[] }
const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName !== undefined)

test('the manifest is what the sources say; otherwise run `npm run manifest`', async () => {
  expect(readFileSync(MANIFEST, 'utf8')).toBe(await manifest())
}, 60_000)

test('it has every element that a page is given', () => {
  const given = sources.flatMap(source => [...source.matchAll(/^define\('([\w-]+)'\)/gm)].map(match => match[1]))
  expect(elements.map(({ tagName }) => tagName).sort()).toEqual(given.sort())
})

/** The names in what is told of these elements, each once. */
function told(tags: readonly string[], kind: 'cssParts' | 'slots'): string[] {
  const all = elements.filter(({ tagName }) => tags.includes(tagName!)).flatMap(element => (element[kind] ?? []).map(({ name }) => name))
  return [...new Set(all)].sort()
}

test('every part that an element is made of is in it, and no other', () => {
  const made = sources.flatMap(source => [...source.matchAll(/part: '(\w+)'|'part', own \? undefined : '(\w+)'/g)].map(match => match[1] ?? match[2]!))
  expect(told(elements.map(({ tagName }) => tagName!), 'cssParts')).toEqual([...new Set([...made, ...PARTS.split(', ')])].sort())
})

test('every part that is handed on is one of what is inside', () => {
  const made = inside.flatMap(source => [...source.matchAll(/part=(?:"([\w-]+)"|\$\{[^}]*'(bubble bubble-out)' : '(bubble bubble-in)'\})/g)].flatMap(match => match.slice(1)))
  expect([...new Set(made.flatMap(names => names?.split(' ') ?? []))].filter(name => name !== 'toast').sort()).toEqual(PARTS.split(', ').sort())
})

test('a panel, a launcher and the whole chat have the same slots and parts of a conversation', () => {
  const conversation = PARTS.split(', ').filter(name => !['list', 'row', 'row-badge'].includes(name))
  for (const tag of ['chat-with', 'chat-panel', 'chat-launcher', 'chat-app']) {
    expect(told([tag], 'slots').filter(name => name !== '')).toEqual([...SLOTS].sort())
    expect(told([tag], 'cssParts')).toEqual(expect.arrayContaining(conversation))
  }
  for (const tag of ['chat-launcher', 'chat-app']) expect(told([tag], 'cssParts')).toEqual(expect.arrayContaining(PARTS.split(', ')))
})

test('whoever reads it learns what each thing is', () => {
  const all = elements.flatMap(({ tagName, description, cssParts = [], slots = [], events = [] }) => [{ name: tagName, description }, ...cssParts, ...slots, ...events])
  expect(all.filter(({ description }) => !description)).toEqual([])
})
