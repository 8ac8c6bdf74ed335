import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const SDK = resolve(import.meta.dirname, '..')
/** A compiler is slow where many tests run, in milliseconds. */
const COMPILE_MS = 120_000
/** Where nothing but the package is found. */
const PLACE = mkdtempSync(join(tmpdir(), 'package-'))

beforeAll(() => {
  execFileSync('npm', ['run', 'build'], { cwd: SDK, stdio: 'pipe' })
  execFileSync('npm', ['pack', '--pack-destination', PLACE], { cwd: SDK, stdio: 'pipe' })
  execFileSync('tar', ['-xzf', 'eplatform-chat-0.1.0.tgz'], { cwd: PLACE })
}, COMPILE_MS)

afterAll(() => rmSync(PLACE, { recursive: true }))

test('the package runs outside a browser and a bundler', async () => {
  const { ChatClient, EMPTY_STATE } = (await import(`${PLACE}/package/dist/index.js`)) as typeof import('../src/index')
  const client = new ChatClient({ url: 'https://chat.test', getToken: () => Promise.resolve('') })
  expect(client.state).toEqual(EMPTY_STATE)
})

test('what it loads later is in the package too', async () => {
  const { ChatClient } = (await import(`${PLACE}/package/dist/index.js`)) as typeof import('../src/index')
  const fetch = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')))
  const client = new ChatClient({ url: 'https://chat.test', getToken: () => Promise.resolve(''), fetch })
  await client.open('c')
  expect(fetch).toHaveBeenCalledOnce()
  for (const part of ['opened', 'session-token']) expect(existsSync(`${PLACE}/package/dist/${part}.d.ts`)).toBe(true)
  const { sessionToken } = (await import(`${PLACE}/package/dist/session-token.js`)) as typeof import('../src/session-token')
  expect(sessionToken(fetch)).toBeTypeOf('function')
})

test('it brings its types, and nothing that a reader of it does not need', () => {
  const use = resolve(PLACE, 'use.ts')
  writeFileSync(use, `import { type ChatState, ChatClient } from './package/dist/index.js'
    const client = new ChatClient({ url: 'https://chat.test', getToken: async () => '' })
    export const me: string | undefined = client.state.me
    client.subscribe((state: ChatState) => state.conversations.size)
    // @ts-expect-error a message has a text
    client.send('c')\n`)
  const options = { strict: true, skipDefaultLibCheck: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [] }
  const program = ts.createProgram([use], options)
  expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([])
  expect(JSON.parse(readFileSync(resolve(PLACE, 'package/package.json'), 'utf8')).license).toBe('Apache-2.0')
}, COMPILE_MS)
