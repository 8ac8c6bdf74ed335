import { expect, test } from 'vitest'
import type { FakeServer } from './fake/fake-server'
import { meeting, passes, texts } from './setup'

/** A conversation of which the newest page is here, and an older one could not be loaded. */
async function withoutOlderOnes() {
  const talk = await meeting(80)
  talk.client.markRead('ab', 80)
  await Promise.all([talk.client.open('ab'), passes(20)])
  await failing(talk.server, () => talk.client.loadOlder('ab'))
  expect(talk.client.state.threads.get('ab')).toMatchObject({ failed: 'older', messages: { length: 50 } })
  return talk
}

async function failing(server: FakeServer, call: () => Promise<void>) {
  server.failRest = true
  await Promise.all([call(), passes(20)])
  server.failRest = false
}

test('a failure above does not keep the end from being repaired', async () => {
  const { server, conversation, client } = await withoutOlderOnes()
  server.data.store(conversation, 'bob', 'lost')
  server.say(conversation, 'bob', 'arrived')
  await passes(50)
  expect(texts(client, 'ab').slice(-2)).toEqual(['lost', 'arrived'])
})

test('a failure above does not make a reconnect load the newest page again', async () => {
  const { server, conversation, client } = await withoutOlderOnes()
  server.cut()
  server.data.store(conversation, 'bob', 'while away')
  await passes(2000)
  expect(texts(client, 'ab').at(-1)).toBe('while away')
  expect(newestPages(server)).toHaveLength(1)
})

test('what is open already is not loaded again because of a failure above', async () => {
  const { server, client } = await withoutOlderOnes()
  await Promise.all([client.open('ab'), passes(20)])
  expect(newestPages(server)).toHaveLength(1)
  await Promise.all([client.loadOlder('ab'), passes(20)])
  expect(client.state.threads.get('ab')).toMatchObject({ failed: undefined, messages: { length: 80 } })
})

test('what could not be opened is opened after a reconnect', async () => {
  const { server, client } = await meeting(3)
  await failing(server, () => client.open('ab'))
  expect(client.state.threads.get('ab')!.failed).toBe('window')
  server.cut()
  await passes(2000)
  expect(texts(client, 'ab')).toHaveLength(3)
})

test('a list that could not be read after a reconnect is read again while the connection lasts', async () => {
  const { server, conversation, client } = await meeting(1)
  server.epoch = 'second'
  server.cut()
  server.failRest = true
  server.data.store(conversation, 'bob', 'while away')
  await passes(5000)
  server.failRest = false
  await passes(30_000)
  expect(client.state.conversations.get('ab')).toMatchObject({ lastSeq: 2 })
})

test('the first list is read again too, and one who asks need not wait', async () => {
  const { server, client } = await meeting(1)
  server.epoch = 'second'
  server.failRest = true
  server.cut()
  await passes(30_000)
  expect(client.state.list.name).toBe('failed')
  server.failRest = false
  await Promise.all([client.reloadConversations(), passes(20)])
  expect(client.state.list.name).toBe('ready')
  expect(client.state.conversations.size).toBe(1)
})

test('conversations that are new after an absence come with the sync, all in one change, and nobody is asked for the list', async () => {
  const { server, client } = await meeting(1)
  server.refuseConnections = true
  server.cut()
  for (let n = 0; n < 70; n++) {
    server.data.addUser(`user${n}`, `User ${n}`)
    server.data.store(server.data.direct('alice', `user${n}`), `user${n}`, 'hi', undefined, new Date(Date.now() + n * 1000).toISOString())
  }
  server.requests.length = 0
  server.received.length = 0
  const sizes = new Set<number>()
  client.subscribe(({ conversations }) => sizes.add(conversations.size))
  server.refuseConnections = false
  await passes(60_000)
  expect([...sizes]).toEqual([1, 71])
  expect(server.requests).toEqual([])
  expect(server.received.filter(command => command.type === 'presence.watch')).toHaveLength(2)
})

test('the list is loaded page by page on demand', async () => {
  const { server, client } = await meeting(1)
  server.data.largestPage = 5
  server.epoch = 'second'
  for (let n = 0; n < 7; n++) {
    server.data.addUser(`user${n}`, `User ${n}`)
    server.data.direct('alice', `user${n}`)
  }
  server.cut()
  await passes(2000)
  expect(client.state.conversations.size).toBe(5)
  await Promise.all([client.loadMoreConversations(), passes(20)])
  expect(client.state.conversations.size).toBe(8)
})

test('a list that nobody can be asked for is not asked for', async () => {
  const { server, client } = await meeting(1)
  server.epoch = 'second'
  server.failRest = true
  server.cut()
  await passes(2000)
  client.stop()
  await passes(60_000)
  const asked = server.requests.length
  await passes(600_000)
  expect(server.requests).toHaveLength(asked)
})

test('an answer that breaks off is no answer, and is asked for again', async () => {
  const { server, conversation, client } = await meeting(2)
  server.epoch = 'second'
  server.cut()
  server.data.store(conversation, 'bob', 'while away')
  server.cutBodies = 1
  await passes(5000)
  expect(client.state.conversations.get('ab')).toMatchObject({ lastSeq: 3 })
})

test.each(['other', 'not/an id'])('a conversation called %s, which the service refuses for good, is missing', async id => {
  const { client } = await meeting()
  await Promise.all([client.open(id), passes(20)])
  expect(client.state.threads.get(id)!.failed).toBe('missing')
})

test('a conversation that the service is too busy for is not missing', async () => {
  const { server, client } = await meeting()
  server.restRefusals.push({ code: 'busy' })
  await Promise.all([client.open('ab'), passes(20)])
  expect(client.state.threads.get('ab')!.failed).toBe('window')
})

function newestPages(server: FakeServer): string[] {
  return server.requests.filter(request => /ab\/\?limit=\d+$/.test(request))
}
