import { expect, test } from 'vitest'
import { deliveryOf } from '../src/state/read'
import type { MessageSend } from '../src/protocol'
import type { FakeServer } from './fake/fake-server'
import { meeting, passes, texts } from './setup'

test('a message is there at once, and becomes sent, delivered and read', async () => {
  const { server, conversation, client } = await meeting()
  await Promise.all([client.open('ab'), passes(20)])
  client.send('ab', 'hello')
  expect(client.state.outgoing[0]).toMatchObject({ body: 'hello', state: 'sending' })
  await passes(20)
  expect(client.state.outgoing).toEqual([])
  const [message] = client.state.threads.get('ab')!.messages
  expect(deliveryOf(client.state, message!)).toBe('sent')
  const marker = { type: 'marker' as const, conversationId: 'ab', userId: 'bob' }
  server.broadcast('ab', { ...marker, version: ++conversation.version, readSeq: 0, deliveredSeq: 1 })
  await passes(20)
  expect(deliveryOf(client.state, message!)).toBe('delivered')
  server.broadcast('ab', { ...marker, version: ++conversation.version, readSeq: 1, deliveredSeq: 1 })
  await passes(20)
  expect(deliveryOf(client.state, message!)).toBe('read')
})

test('what was not acknowledged is sent again with the same clientId, and is stored once', async () => {
  const { server, conversation, client } = await meeting()
  server.dropAcks = 1
  server.mute = true
  client.send('ab', 'hello')
  await passes(20)
  server.mute = false
  server.cut()
  await passes(2000)
  const tries = sends(server)
  expect(tries).toHaveLength(2)
  expect(tries[0]!.clientId).toBe(tries[1]!.clientId)
  expect(tries[0]!.id).not.toBe(tries[1]!.id)
  expect(conversation.messages).toHaveLength(1)
  expect(client.state.outgoing).toEqual([])
})

test('what was written offline goes out in the order of writing', async () => {
  const { server, conversation, client } = await meeting()
  await Promise.all([client.open('ab'), passes(20)])
  server.refuseConnections = true
  server.cut()
  for (const text of ['one', 'two', 'three']) client.send('ab', text)
  await passes(5000)
  expect(client.state.outgoing.map(mine => mine.state)).toEqual(['queued', 'queued', 'queued'])
  server.refuseConnections = false
  await passes(60_000)
  expect(conversation.messages.map(message => message.body)).toEqual(['one', 'two', 'three'])
  expect(texts(client, 'ab')).toEqual(['one', 'two', 'three'])
})

test('a busy service is asked again after the time it named, and nothing overtakes', async () => {
  const { server, conversation, client } = await meeting()
  server.refusals.push({ code: 'busy', retryAfterMs: 2000 })
  client.send('ab', 'one')
  client.send('ab', 'two')
  await passes(1900)
  expect(conversation.messages).toEqual([])
  await passes(200)
  expect(conversation.messages.map(message => message.body)).toEqual(['one', 'two'])
})

test('who says too much waits as long as the limit asks, and the same message goes out', async () => {
  const { server, conversation, client } = await meeting()
  server.refusals.push({ code: 'rate_limited', retryAfterMs: 850 })
  client.send('ab', 'one')
  await passes(800)
  expect(client.state.outgoing).toMatchObject([{ body: 'one', state: 'queued' }])
  expect(sends(server)).toHaveLength(1)
  await passes(100)
  expect(conversation.messages.map(message => message.body)).toEqual(['one'])
  expect(new Set(sends(server).map(({ clientId }) => clientId)).size).toBe(1)
})

test('a refused message fails alone, and goes out as the same message when tried again', async () => {
  const { server, conversation, client } = await meeting()
  server.refusals.push({ code: 'forbidden' })
  client.send('ab', 'one')
  client.send('ab', 'two')
  await passes(20)
  expect(client.state.outgoing).toMatchObject([{ body: 'one', state: 'rejected', error: 'forbidden' }])
  client.retry(client.state.outgoing[0]!.clientId)
  await passes(20)
  expect(conversation.messages.map(message => message.body)).toEqual(['two', 'one'])
  expect(sends(server)[0]!.clientId).toBe(sends(server)[2]!.clientId)
})

test('a message on which the service breaks five times in a row fails, and the next one goes out', async () => {
  const { server, conversation, client } = await meeting()
  const breaksDown = { code: 'internal' as const, retryAfterMs: 10 }
  server.refusals.push(breaksDown, breaksDown, breaksDown, breaksDown, { code: 'busy', retryAfterMs: 10 }, ...Array(5).fill(breaksDown))
  client.send('ab', 'one')
  client.send('ab', 'two')
  await passes(20)
  expect(client.state.outgoing[0]!.state).not.toBe('failed')
  await passes(1000)
  expect(client.state.outgoing).toMatchObject([{ body: 'one', state: 'failed', error: 'internal' }])
  expect(conversation.messages.map(message => message.body)).toEqual(['two'])
  expect(sends(server).filter(({ body }) => body === 'one')).toHaveLength(10)
})

test('a failed message can be dropped', async () => {
  const { server, client } = await meeting()
  server.refusals.push({ code: 'forbidden' })
  client.send('ab', 'one')
  await passes(20)
  client.discard(client.state.outgoing[0]!.clientId)
  expect(client.state.outgoing).toEqual([])
})

test('an answer that never comes is not waited for for ever', async () => {
  const { server, conversation, client } = await meeting()
  server.dropAcks = 1
  server.mute = true
  client.send('ab', 'hello')
  await passes(100)
  server.mute = false
  await passes(17_000)
  expect(client.state.outgoing).toEqual([])
  expect(conversation.messages).toHaveLength(1)
})

function sends(server: FakeServer): MessageSend[] {
  return server.received.filter(command => command.type === 'message.send')
}
