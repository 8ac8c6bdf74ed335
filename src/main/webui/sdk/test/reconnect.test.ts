import { expect, test } from 'vitest'
import { presenceOf } from '../src/state/read'
import { meeting, passes, texts } from './setup'

test('the client connects, knows who it is and lists the conversations', async () => {
  const { client } = await meeting(3)
  expect(client.state).toMatchObject({ me: 'alice', connection: { name: 'connected' }, list: { name: 'ready' } })
  expect([...client.state.conversations.keys()]).toEqual(['ab'])
})

test.each([1000, 1001, 1006, 1008, 1012, 4001, 4008])('it comes back after the socket was closed with %i', async code => {
  const { server, client } = await meeting()
  server.cut(code)
  expect(client.state.connection.name).toBe('offline')
  await passes(2000)
  expect(client.state.connection.name).toBe('connected')
})

test('it stays away once the service says that this person may not come in', async () => {
  const { server, client } = await meeting()
  server.cut(4003)
  await passes(60_000)
  expect(client.state.connection).toEqual({ name: 'closed', reason: 'signed_out' })
  expect(server.sockets.size).toBe(0)
})

test('stopped, it stays away', async () => {
  const { server, client } = await meeting()
  client.stop()
  await passes(60_000)
  expect(client.state.connection).toEqual({ name: 'closed', reason: 'stopped' })
  expect(server.sockets.size).toBe(0)
})

test('after an absence of some hundred messages all of them are held, and none is read over REST', async () => {
  const { server, conversation, client } = await meeting(10)
  await Promise.all([client.open('ab'), passes(20)])
  server.refuseConnections = true
  server.cut()
  server.requests.length = 0
  for (let n = 11; n <= 460; n++) server.data.store(conversation, 'bob', `message ${n}`)
  server.refuseConnections = false
  await passes(60_000)
  expect(texts(client, 'ab')).toEqual(conversation.messages.map(message => message.body))
  expect(server.requests).toEqual([])
})

test('a hole in the live stream is noticed and filled', async () => {
  const { server, conversation, client } = await meeting(2)
  await Promise.all([client.open('ab'), passes(20)])
  server.data.store(conversation, 'bob', 'lost')
  server.say(conversation, 'bob', 'arrived')
  await passes(50)
  expect(texts(client, 'ab')).toEqual(['message 1', 'message 2', 'lost', 'arrived'])
})

test('an event of an unknown conversation fetches that conversation', async () => {
  const { server, client } = await meeting()
  server.data.addUser('carol', 'Carol Diaz')
  server.say(server.data.direct('alice', 'carol', 'ac'), 'carol', 'hi')
  await passes(50)
  expect(client.state.conversations.get('ac')).toMatchObject({ lastSeq: 1, lastMessage: { body: 'hi' } })
})

test('what happens in an unknown conversation while it is fetched is not lost', async () => {
  const { server, client } = await meeting()
  server.data.addUser('carol', 'Carol Diaz')
  const talk = server.data.direct('alice', 'carol', 'ac')
  server.answerMs = 100
  server.say(talk, 'carol', 'one')
  await passes(50)
  server.say(talk, 'carol', 'two')
  await passes(500)
  expect(client.state.conversations.get('ac')).toMatchObject({ lastSeq: 2, lastMessage: { body: 'two' } })
})

test('a silent connection is pinged after 25 s and given up after 50 s', async () => {
  const { server, client } = await meeting()
  const [first] = server.sockets
  server.mute = true
  await passes(25_100)
  expect(server.received.filter(command => command.type === 'ping')).toHaveLength(1)
  expect(client.state.connection.name).toBe('connected')
  server.mute = false
  await passes(27_000)
  expect(server.sockets.has(first!)).toBe(false)
  expect(client.state.connection.name).toBe('connected')
})

test('a restored database voids what was held, but not what was written', async () => {
  const { server, client } = await meeting(3)
  await Promise.all([client.open('ab'), passes(20)])
  server.refuseConnections = true
  server.cut()
  client.send('ab', 'still mine')
  client.draft('ab', 'not yet')
  server.data.conversations.get('ab')!.messages.length = 0
  server.epoch = 'second'
  server.refuseConnections = false
  await passes(60_000)
  await Promise.all([client.open('ab'), passes(20)])
  expect(texts(client, 'ab')).toEqual(['still mine'])
  expect(client.state.drafts.get('ab')).toBe('not yet')
})

test('what only the lost part of a restored database had stored is sent again', async () => {
  const { server, conversation, client } = await meeting(1)
  await Promise.all([client.open('ab'), passes(20)])
  server.syncRefusals.push({ code: 'busy', retryAfterMs: 60_000 })
  server.data.store(conversation, 'bob', 'never heard of')
  client.send('ab', 'stored behind a hole')
  await passes(20)
  expect(client.state.outgoing).toHaveLength(1)
  conversation.messages.length = 0
  server.epoch = 'second'
  server.cut()
  await passes(60_000)
  expect(conversation.messages.map(message => message.body)).toEqual(['stored behind a hole'])
})

test('watched people are named again on a new connection', async () => {
  const { server, client } = await meeting()
  server.cut()
  await passes(2000)
  server.setOnline('bob', true)
  await passes(20)
  expect(presenceOf(client.state, 'bob').name).toBe('online')
})
