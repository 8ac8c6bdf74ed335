import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { literals } from './literals'

const ROOT = resolve(import.meta.dirname, '../..')
test('no element and no page has a text of its own: all are in the catalogue', () => {
  const files = ['elements/src', 'app/src'].flatMap(sources).filter(file => !file.includes('src/words/'))
  expect(files.length).toBeGreaterThan(30)
  expect(files.flatMap(file => literals(readFileSync(file, 'utf8')).map(text => `${file.slice(ROOT.length + 1)}: ${text}`))).toEqual([])
}, 60_000)

test.each([
  ['html`<p>Hello</p>`', 'Hello'],
  ['html`<p class="x">${name} left</p>`', 'left'],
  ['html`<b>${open ? "Close" : words().open}</b>`', 'Close'],
  ['html`<b>${`${count} new`}</b>`', 'new'],
  ['html`<p>${many ? html`<i>many</i>` : nothing}</p>`', 'many'],
  ['html`<button aria-label="Send" @click=${f}></button>`', 'Send'],
  ['html`<button title=${open ? "Close" : ""}></button>`', 'Close'],
  ['html`<input placeholder=Name>`', 'Name'],
  ['placeholder("Nobody was found.")', 'Nobody was found.'],
  ['placeholder(`Nobody is called ${name}.`)', 'Nobody is called'],
  ['const action = { label: "Retry", run }', 'Retry'],
])('the rule sees the text in %s', (source, text) => {
  expect(literals(source).join()).toContain(text)
})

test.each([
  'html`<p class="a b" part="one two" @click=${() => f("Some words here.")}>${words().hello} …</p>`',
  'html`<span class=${open ? "wide open" : "shut"}>${count > 99 ? "99+" : count}, </span>`',
  'html`<p>${skeleton(5, "bubble")}${kind === "older" ? words().older : nothing}</p>`',
  'html`<p title=${words().hello} aria-label=${name}></p>`',
  'css`p::after { content: "Hello you" }`',
  'throw new NoAnswerError("The service is away.")',
  'switch (event.key) { case "Arrow Down": break }',
])('the rule does not mistake %s', source => {
  expect(literals(source)).toEqual([])
})

function sources(folder: string): string[] {
  return readdirSync(resolve(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).map(file => resolve(ROOT, folder, file))
}
