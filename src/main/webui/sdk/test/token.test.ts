import { expect, test, vi } from 'vitest'
import { ChatClient } from '../src/client'
import { SignedOutError } from '../src/errors'
import { FakeServer } from './fake/fake-server'
import { passes } from './setup'

function clientWith(getToken: (wanted?: { refresh?: boolean }) => Promise<string>) {
  vi.useFakeTimers()
  const server = new FakeServer()
  server.data.addUser('alice', 'Alice Adler')
  const client = new ChatClient({ url: 'http://chat.test', getToken, fetch: server.fetch, WebSocket: server.WebSocket })
  return { server, client }
}

test('a token that is not accepted is renewed once', async () => {
  let held = 'alice#old'
  const getToken = vi.fn(async (wanted?: { refresh?: boolean }) => (wanted?.refresh ? (held = 'alice#new') : held))
  const { server, client } = clientWith(getToken)
  server.expired.add('alice#old')
  client.start()
  await passes(5000)
  expect(client.state.connection.name).toBe('connected')
  expect(client.state.list.name).toBe('ready')
  expect(getToken.mock.calls.filter(([wanted]) => wanted?.refresh)).toHaveLength(1)
})

test('a token that is refused where many were refused is renewed all the same', async () => {
  let held = 'alice#old'
  const { server, client } = clientWith(async wanted => (wanted?.refresh ? (held = 'alice#new') : held))
  client.start()
  await passes(1000)
  server.expired.add('alice#old')
  server.manyRefused = true
  const search = client.findPeople('')
  await passes(1000)
  expect((await search).items).toEqual([])
  expect(held).toBe('alice#new')
})

test('a sign-out closes the client for good', async () => {
  const { server, client } = clientWith(() => Promise.reject(new SignedOutError('over')))
  client.start()
  await passes(60_000)
  expect(client.state.connection).toEqual({ name: 'closed', reason: 'signed_out' })
  expect(server.requests).toEqual([])
})

test('a network that is away is not a sign-out', async () => {
  const { client } = clientWith(() => Promise.reject(new TypeError('Failed to fetch')))
  client.start()
  await passes(60_000)
  expect(['offline', 'connecting']).toContain(client.state.connection.name)
})

/** A token of Alice's that expires in so many seconds. */
function lasting(seconds: number): string {
  return `alice#.${btoa(JSON.stringify({ exp: Date.now() / 1000 + seconds }))}.`
}

test('an open connection renews its token before it expires, again and again', async () => {
  const { server, client } = clientWith(async () => lasting(300))
  client.start()
  await passes(254_000)
  expect(server.received.filter(command => command.type === 'token.renew')).toHaveLength(0)
  await passes(500_000)
  expect(server.received.filter(command => command.type === 'token.renew')).toHaveLength(2)
  expect(server.sockets.size).toBe(1)
})

test('a renewal that is refused is left alone, and the next connection begins with a new token', async () => {
  let held = ''
  const getToken = vi.fn(async () => (held = lasting(60)))
  const { server, client } = clientWith(getToken)
  client.start()
  await passes(10)
  getToken.mockImplementationOnce(async () => {
    server.expired.add('refused')
    return 'refused'
  })
  await passes(59_000)
  expect(server.received.filter(command => command.type === 'token.renew')).toHaveLength(1)
  const before = held
  server.cut(4001)
  await passes(2000)
  expect(client.state.connection.name).toBe('connected')
  expect(held).not.toBe(before)
})

test('a token that does not say when it expires is not renewed', async () => {
  const { server, client } = clientWith(async () => 'alice')
  client.start()
  await passes(3_600_000)
  expect(server.received.filter(command => command.type === 'token.renew')).toHaveLength(0)
})
