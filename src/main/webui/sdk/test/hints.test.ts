import { afterEach, expect, test, vi } from 'vitest'
import { reconnectDelay } from '../src/back-off'
import { ChatClient } from '../src/client'
import { FakeBrowser } from './fake/fake-browser'
import { FakeServer } from './fake/fake-server'
import { meeting, passes } from './setup'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A page to look at and a network, as far as the SDK listens to them. */
function page() {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const network = { onLine: true }
  vi.stubGlobal('window', page)
  vi.stubGlobal('document', page)
  vi.stubGlobal('navigator', network)
  const happens = (type: string) => page.dispatchEvent(new Event(type))
  const goes = (onLine: boolean) => {
    network.onLine = onLine
    happens(onLine ? 'online' : 'offline')
  }
  return { page, happens, goes }
}

test.each([
  ['a lost network', 1006, 0, 500],
  ['a restart', 1012, 0, 1500],
  ['a proxy that restarts', 1001, 0, 1500],
  ['a service that is full', 1013, 5000, 10_000],
  ['too many connections', 4029, 30_000, 60_000],
])('after %s (%i) the first try comes after %i to %i ms', (_, code, least, most) => {
  const random = vi.spyOn(Math, 'random').mockReturnValue(0)
  expect(reconnectDelay(code, 0)).toBe(least)
  random.mockReturnValue(1)
  expect(reconnectDelay(code, 0)).toBe(most)
  expect(reconnectDelay(code, 20)).toBe(least + Math.max(least, 15_000))
})

test('a service that stops says when to come back, and is believed once', async () => {
  const { server, client } = await meeting()
  vi.spyOn(Math, 'random').mockReturnValue(0)
  server.drain(1200)
  await passes(10)
  expect(client.state.connection.name).toBe('connected')
  server.cut(1012)
  expect(client.state.connection).toMatchObject({ name: 'offline', retryAt: Date.now() + 1200 })
  await passes(1190)
  expect(client.state.connection.name).toBe('offline')
  await passes(20)
  expect(client.state.connection.name).toBe('connected')
  server.cut(1012)
  expect(client.state.connection).toMatchObject({ name: 'offline', retryAt: Date.now() })
})

test('where it does not come back by then, the waits grow as after any loss', async () => {
  const { server, client } = await meeting()
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  server.drain(1200)
  await passes(10)
  server.refuseConnections = true
  server.cut(1012)
  await passes(1210)
  expect(client.state.connection).toMatchObject({ name: 'offline', attempt: 2 })
  expect((client.state.connection as { retryAt: number }).retryAt - Date.now()).toBeLessThanOrEqual(500)
})

test('a connection that ends because of its token is replaced at once, but only once in a row', async () => {
  const { server, client } = await meeting()
  vi.spyOn(Math, 'random').mockReturnValue(0.9)
  server.cut(4001)
  await passes(10)
  expect(client.state.connection.name).toBe('connected')
  server.cut(4001)
  await passes(10)
  expect(client.state.connection.name).toBe('offline')
  await passes(1000)
  expect(client.state.connection.name).toBe('connected')
})

test('while it waits it says when the next try will be', async () => {
  const { server, client } = await meeting()
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  server.cut(4029)
  const retryAt = Date.now() + 45_000
  expect(client.state.connection).toMatchObject({ name: 'offline', retryAt })
  await passes(44_999)
  expect(client.state.connection.name).toBe('offline')
  await passes(20)
  expect(client.state.connection.name).toBe('connected')
})

test('without a network it hardly tries, and at once when that is back', async () => {
  const { goes } = page()
  const { server, client } = await meeting()
  server.refuseConnections = true
  server.cut()
  await passes(5000)
  goes(false)
  const tries = vi.spyOn(server, 'accept')
  await passes(65_000)
  expect(tries).toHaveBeenCalledTimes(2)
  server.refuseConnections = false
  goes(true)
  await passes(10)
  expect(client.state.connection.name).toBe('connected')
})

test('a browser that is wrong about the network is not believed for ever', async () => {
  const { goes } = page()
  const { server, client } = await meeting()
  goes(false)
  await passes(10_000)
  // It was asked, and has answered.
  expect(client.state.connection.name).toBe('connected')
  server.cut()
  await passes(31_000)
  expect(client.state.connection.name).toBe('connected')
})

test.each(['online', 'pageshow', 'visibilitychange'])('%s cuts the wait short', async type => {
  const { happens } = page()
  const { server, client } = await meeting()
  server.cut(4029)
  await passes(10)
  expect(client.state.connection.name).toBe('offline')
  happens(type)
  await passes(10)
  expect(client.state.connection.name).toBe('connected')
})

test.each([['pagehide', 'pageshow'], ['freeze', 'resume']])('from %s to %s a page holds neither the lead nor a socket', async (away, back) => {
  vi.useFakeTimers()
  const { happens } = page()
  const server = new FakeServer()
  server.data.addUser('alice', 'Alice Adler')
  const browser = new FakeBrowser()
  const tab = browser.tab()
  const token = `alice#.${btoa(JSON.stringify({ sub: 'alice' }))}.`
  const client = new ChatClient({ url: 'http://chat.test', getToken: async () => token, fetch: server.fetch, WebSocket: tab.WebSocketTo(server), tabs: tab })
  client.start()
  await passes(50)
  expect([server.sockets.size, client.leads]).toEqual([1, true])
  happens(away)
  await passes(10_000)
  expect([server.sockets.size, browser.locks.size]).toEqual([0, 0])
  expect(client.state.connection.name).toBe('connecting')
  happens(back)
  await passes(50)
  expect(client.state.connection.name).toBe('connected')
  client.stop()
  happens(away)
  happens(back)
  await passes(1000)
  expect([server.sockets.size, browser.locks.size, client.state.connection.name]).toEqual([0, 0, 'closed'])
})
