import { beforeEach, expect, test, vi } from 'vitest'
import { CACHES, isPageAddress, Shell } from '../src/worker/shell'

/** The browser's caches, as far as the worker uses them. */
class FakeCaches {
  readonly all = new Map<string, Map<string, Response>>()

  open(name: string) {
    const cache = this.all.get(name) ?? new Map<string, Response>()
    this.all.set(name, cache)
    return Promise.resolve({ put: (key: Request | string, answer: Response) => Promise.resolve(void cache.set(keyOf(key), answer)) })
  }

  match(key: Request | string) {
    const found = [...this.all.values()].map(cache => cache.get(keyOf(key))).find(Boolean)
    return Promise.resolve(found?.clone())
  }

  has = (name: string) => Promise.resolve(this.all.has(name))
  keys = () => Promise.resolve([...this.all.keys()])
  delete = (name: string) => Promise.resolve(this.all.delete(name))
}

function keyOf(key: Request | string): string {
  return new URL(typeof key === 'string' ? key : key.url, 'http://chat.test').pathname
}

let caches: FakeCaches
let network: Map<string, () => Response | Promise<Response>>
let shell: Shell
let after: Promise<unknown>[]

beforeEach(() => {
  vi.useFakeTimers()
  caches = new FakeCaches()
  after = []
  network = new Map()
  serve('one')
  shell = new Shell(caches as unknown as CacheStorage, async input => {
    const answer = network.get(keyOf(input as Request | string))
    if (!answer) throw new TypeError('Failed to fetch')
    return answer()
  })
})

function html(version: string): string {
  return `<script type="module" src="/chat/assets/${version}.js"></script><link rel="stylesheet" href="/chat/assets/same.css">`
}

function page(body: string, init: ResponseInit = {}): Response {
  return new Response(body, { headers: { 'Content-Type': 'text/html;charset=UTF-8' }, ...init })
}

function serve(version: string) {
  network.set('/chat/', () => page(html(version)))
  for (const file of [`${version}.js`, 'same.css']) network.set(`/chat/assets/${file}`, () => new Response(file))
}

async function visit(): Promise<string> {
  const answer = shell.page(new Request('http://chat.test/chat/?c=ab'), work => after.push(work))
  await vi.advanceTimersByTimeAsync(6000)
  const text = await (await answer).text()
  await Promise.all(after.splice(0))
  return text
}

const kept = () => [...caches.all.values()].map(cache => [...cache.keys()].sort())

test('the page with its files opens again without a network', async () => {
  expect(await visit()).toBe(html('one'))
  network.clear()
  expect(await visit()).toBe(html('one'))
  expect(await (await shell.file(new Request('http://chat.test/chat/assets/one.js'))).text()).toBe('one.js')
})

test('a new version is seen at the next load, and takes the place of the one before', async () => {
  await visit()
  serve('two')
  expect(await visit()).toBe(html('two'))
  expect(kept()).toEqual([['/chat/', '/chat/assets/same.css', '/chat/assets/two.js']])
})

test('a version of which a part does not come is not kept, and the one before stays', async () => {
  await visit()
  serve('two')
  network.set('/chat/assets/two.js', () => new Response('', { status: 503 }))
  await visit()
  expect(kept()).toEqual([['/chat/', '/chat/assets/one.js', '/chat/assets/same.css']])
})

test('a service that is broken, or does not answer in time, counts as away', async () => {
  await visit()
  network.set('/chat/', () => new Response('', { status: 502 }))
  expect(await visit()).toBe(html('one'))
  network.set('/chat/', () => new Promise(() => {}))
  const answer = shell.page(new Request('http://chat.test/chat/'), () => {})
  await vi.advanceTimersByTimeAsync(5100)
  expect(await (await answer).text()).toBe(html('one'))
})

test('the way to the login is passed on as it is, and not kept', async () => {
  const redirect = Object.defineProperty(new Response(null, { status: 200 }), 'status', { value: 0 })
  network.set('/chat/', () => redirect)
  await visit()
  await shell.keep(Object.defineProperty(page('the login'), 'redirected', { value: true }))
  network.set('/chat/', () => page('no', { status: 403 }))
  expect(await visit()).toBe('no')
  expect(kept()).toEqual([])
})

test('without a network and without anything kept the browser says so itself', async () => {
  network.clear()
  await expect(shell.page(new Request('http://chat.test/chat/'), () => {})).rejects.toThrow(TypeError)
})

test('what is loaded only when it is wanted is kept with the page, and opens without a network too', async () => {
  const later = '<link rel="chat-file" href="/chat/assets/de.js">'
  network.set('/chat/', () => page(html('one') + later))
  network.set('/chat/assets/de.js', () => new Response('de'))
  await shell.renew()
  network.clear()
  expect(await (await shell.file(new Request('http://chat.test/chat/assets/de.js'))).text()).toBe('de')
  expect([...caches.all.keys()].every(name => name.startsWith(CACHES))).toBe(true)
})

test('a file of another version comes from the network, and is not kept', async () => {
  await shell.renew()
  network.set('/chat/assets/older.js', () => new Response('older'))
  expect(await (await shell.file(new Request('http://chat.test/chat/assets/older.js'))).text()).toBe('older')
  expect(kept()).toEqual([['/chat/', '/chat/assets/one.js', '/chat/assets/same.css']])
})

test.each([
  ['/chat/', true],
  ['/chat/?c=ab&m=3', true],
  ['/chat/?with=bob', true],
  ['/chat/?code=x&state=y', false],
  ['/chat/session', false],
  ['/chat/signed-out', false],
  ['/api/chat/conversations/', false],
])('%s is the page: %s', (path, is) => {
  expect(isPageAddress(new URL(path, 'http://chat.test'))).toBe(is)
})
