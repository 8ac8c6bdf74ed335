import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MANIFEST } from '../../manifest.mjs'

const ROOT = resolve(import.meta.dirname, '../..')
/** Below the modules that are installed, so that React, Vue and this package are found as by a page. */
const PLACE = resolve(ROOT, 'node_modules/.typings-test')
/** A compiler is slow where many tests run, in milliseconds. */
const COMPILE_MS = 120_000

beforeAll(() => mkdirSync(PLACE, { recursive: true }))
afterAll(() => rmSync(PLACE, { recursive: true }))

/** What vue-tsc, which is tsc for those who have no Vue, has to say about these files. */
function complaints(name: string, files: Record<string, string>): string[] {
  const folder = resolve(PLACE, name)
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(resolve(folder, file), text)
  const compilerOptions = { jsx: 'react-jsx', types: ['vite/client'], allowJs: false }
  writeFileSync(resolve(folder, 'tsconfig.json'), JSON.stringify({ extends: resolve(ROOT, 'tsconfig.json'), compilerOptions, include: ['.'], exclude: [] }))
  const { stdout, stderr } = spawnSync(process.execPath, [resolve(ROOT, 'node_modules/vue-tsc/bin/vue-tsc.js'), '-p', folder, '--pretty', 'false'], { cwd: folder, encoding: 'utf8' })
  return (stdout + stderr).split('\n').filter(line => line !== '' && !line.startsWith(' '))
}

/** Where they are: `good.tsx(3)`. */
const places = (lines: string[]) => lines.map(line => line.replace(/,\d+\): error.*/, ')'))

/** The snippet of docs/embedding.md in this language that stands in the section on frameworks. */
function snippet(language: 'jsx' | 'vue'): string {
  const doc = readFileSync(resolve(ROOT, '../../../docs/embedding.md'), 'utf8')
  return new RegExp('```' + language + '\\n([^]*?)```').exec(doc)![1]!
}

/** A module that compiles when the typings have what the manifest and the sources have, and nothing else. */
function sameAsManifest(): string {
  interface Typed {
    name: string
    type: { text: string }
  }
  interface Declaration {
    name: string
    tagName?: string
    attributes: Typed[]
    events: Typed[]
    members: { name: string }[]
  }
  const { modules } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { modules: { declarations: Declaration[] }[] }
  const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName !== undefined)
  const record = (all: Typed[]) => `{ ${all.map(({ name, type }) => `'${name}': ${type.text}`).join('; ')} }`
  const names = (all: (string | undefined)[]) => all.map(name => `'${name}'`).join(' | ')
  return [
    `import type * as types from '@eplatform/chat-elements/jsx'
    import type * as sources from '${ROOT}/elements/src/embed/index'
    type ErrorEvent = types.ErrorEvent; type PanelEvent = types.PanelEvent; type ReadyEvent = types.ReadyEvent; type UnreadChangeEvent = types.UnreadChangeEvent
    type Given<T> = { [K in keyof T]-?: Exclude<T[K], undefined> }
    type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
    type Alike<A, B> = [A, B] extends [B, A] ? true : false
    declare function yes<T extends true>(): T`,
    `yes<Same<keyof types.ChatElements, ${names(elements.map(({ tagName }) => tagName))}>>()`,
    `yes<Same<JSX.IntrinsicElements['chat-with'], types.ChatIntrinsicElements['chat-with']>>(); yes<Alike<types.HostToken, sources.HostToken>>()`,
    ...['ErrorEvent', 'PanelEvent', 'ReadyEvent', 'UnreadChangeEvent'].map(name => `yes<Alike<types.${name}, sources.${name}>>()`),
    ...elements.flatMap(({ name, tagName, attributes, events, members }) => [
      `yes<Same<Given<types.ChatAttributes['${tagName}']>, ${record(attributes)}>>()`,
      `yes<Same<Given<types.ChatEvents['${tagName}']>, ${record(events)}>>()`,
      `yes<Same<Exclude<keyof types.ChatElements['${tagName}'], keyof HTMLElement>, ${names(members.map(member => member.name))}>>()`,
      `yes<sources.${name} extends types.${name} ? true : false>()`,
    ]),
  ].join('\n')
}

test('React knows the elements, their attributes, events and methods, which are those of the manifest', () => {
  const said = complaints('react', {
    'good.tsx': `import { useRef } from 'react'
      import type { ChatLauncher } from '@eplatform/chat-elements/jsx'
      declare const person: { id: string; name: string }
      declare function setUnread(count: number): void
      export function Documented() { return <>${snippet('jsx')}</> }
      export function Page() {
        const launcher = useRef<ChatLauncher>(null)
        return <main className="page">
          <chat-launcher ref={launcher} position="top-end" getToken={() => 'token'} onchat-error={event => console.error(event.code, event.detail)} />
          <chat-panel user="42" inline open={false} className="aside" onchat-closed={() => launcher.current?.open('42')} />
          <chat-presence user="42" dot theme="dark" /><chat-unread locale="de" /><chat-app url="https://chat.test" />
        </main>
      }`,
    'bad.tsx': `import type {} from '@eplatform/chat-elements/jsx'
      export const all = [
        <chat-with user={42} />,
        <chat-launcher position="middle" />,
        <chat-unread onchat-unread-change={event => event.total} />,
        <chat-with onchat-opened={event => event.count} />,
        <chat-panel inline="no" />,
        <chat-everything />,
      ]`,
    'same.ts': sameAsManifest(),
  })
  expect(places(said)).toEqual([3, 4, 5, 6, 7, 8].map(line => `bad.tsx(${line})`))
}, COMPILE_MS)

test('they need none of the sources', () => {
  const folder = resolve(ROOT, 'elements/types')
  const imports = readdirSync(folder).flatMap(file => [...readFileSync(resolve(folder, file), 'utf8').matchAll(/from '([^']+)'/g)].map(match => match[1]))
  expect(new Set(imports)).toEqual(new Set(['./elements', 'react', 'vue']))
})

test('Vue knows them in its templates', () => {
  const script = `<script setup lang="ts">
import type {} from '@eplatform/chat-elements/vue'
import { ref } from 'vue'
const person = { id: '42', name: 'Ann' }
const count = ref(0)
defineExpose({ person, count })
</script>
`
  const said = complaints('vue', {
    'documented.vue': `${script}<template>\n${snippet('vue')}</template>`,
    'good.vue': `${script}<template>
  <chat-launcher class="mine" position="top-end" :getToken="() => 'token'" @chat-error="event => console.error(event.code)" />
  <chat-panel :user="person.id" inline :open="count > 0" @chat-closed="count = 0" />
  <chat-presence user="42" dot theme="dark" />
  <chat-app url="https://chat.test" />
</template>`,
    'bad.vue': `${script}<template>
  <chat-with :user="42" />
  <chat-launcher position="middle" />
  <chat-unread @chat-unread-change="count = $event.total" />
  <chat-panel inline="no" />
</template>`,
  })
  expect(places(said)).toEqual([9, 10, 11, 12].map(line => `bad.vue(${line})`))
}, COMPILE_MS)
