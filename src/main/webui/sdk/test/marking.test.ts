import { expect, test, vi } from 'vitest'
import { unread } from '../src/state/read'
import type { MarkerSet } from '../src/protocol'
import type { FakeServer } from './fake/fake-server'
import { meeting, passes } from './setup'

test('what arrives is reported as delivered, and stays unread', async () => {
  const { server, client } = await meeting(3)
  await passes(1000)
  expect(markers(server)).toMatchObject([{ readSeq: 0, deliveredSeq: 3 }])
  expect(unread(client.state, client.state.conversations.get('ab')!)).toBe(3)
})

test('a burst is reported at most once in 500 ms, and the last wins', async () => {
  const { server, conversation, client } = await meeting(1)
  await passes(1000)
  server.received.length = 0
  for (let n = 2; n <= 100; n++) {
    server.say(conversation, 'bob', `message ${n}`)
    client.markRead('ab', n - 1)
    await passes(10)
  }
  await passes(1000)
  expect(markers(server).length).toBeLessThanOrEqual(4)
  expect(markers(server).at(-1)).toMatchObject({ readSeq: 99, deliveredSeq: 100 })
})

test('reading shows at once, and reaches the service even if the connection breaks', async () => {
  const { server, conversation, client } = await meeting(3)
  await passes(1000)
  server.refuseConnections = true
  server.cut()
  client.markRead('ab', 3)
  expect(unread(client.state, client.state.conversations.get('ab')!)).toBe(0)
  server.refuseConnections = false
  await passes(60_000)
  expect(conversation.markers.get('alice')).toEqual({ readSeq: 3, deliveredSeq: 3 })
  expect(unread(client.state, client.state.conversations.get('ab')!)).toBe(0)
})

test('a busy service is told again after the time it named', async () => {
  const { server, client } = await meeting(3)
  await passes(1000)
  server.received.length = 0
  server.markerRefusals.push({ code: 'busy', retryAfterMs: 5000 })
  client.markRead('ab', 3)
  await passes(4900)
  expect(markers(server)).toHaveLength(1)
  await passes(1000)
  expect(markers(server)).toHaveLength(2)
})

test('a service that breaks is told less and less often', async () => {
  const { server, client } = await meeting(3)
  await passes(1000)
  server.received.length = 0
  vi.spyOn(Math, 'random').mockReturnValue(1)
  server.markerRefusals.push(...Array(100).fill({ code: 'internal' }))
  client.markRead('ab', 3)
  await passes(60_000)
  expect(markers(server).length).toBeLessThan(10)
})

test('sending counts as having read', async () => {
  const { client } = await meeting(3)
  client.send('ab', 'answer')
  await passes(20)
  expect(unread(client.state, client.state.conversations.get('ab')!)).toBe(0)
})

function markers(server: FakeServer): MarkerSet[] {
  return server.received.filter(command => command.type === 'marker.set')
}
