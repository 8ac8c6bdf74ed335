import { expect, test } from 'vitest'
import type { Sync } from '../src/protocol'
import { cursorsOf, hasGap } from '../src/state/cursors'
import { unread } from '../src/state/read'
import { type Conversation, EMPTY_STATE, EMPTY_THREAD } from '../src/state/state'
import type { FakeServer } from './fake/fake-server'
import { meeting, passes, texts } from './setup'

/** Alice's client with an opened conversation, and its connection cut. */
async function away(history: number) {
  const talk = await meeting(history)
  await Promise.all([talk.client.open('ab'), passes(2000)])
  talk.server.received.length = 0
  talk.server.requests.length = 0
  talk.server.cut()
  return talk
}

test('messages, edits, deletions and markers that were missed come by one sync, and nothing is asked over REST', async () => {
  const { server, conversation, client } = await away(5)
  server.change(conversation, 2, 'edited')
  server.data.store(conversation, 'bob', 'new')
  server.change(conversation, 3)
  server.mark(conversation, 'bob', 6, 6)
  await passes(2000)
  expect(client.state.threads.get('ab')!.messages).toEqual(conversation.messages)
  expect(client.state.conversations.get('ab')!.participants).toContainEqual({ userId: 'bob', readSeq: 6, deliveredSeq: 6 })
  expect(unread(client.state, client.state.conversations.get('ab')!)).toBe(6)
  expect(server.requests).toEqual([])
  expect(syncs(server)).toHaveLength(1)
})

test('an edit of what was missed does not leave a hole: changes come in their own order, messages are held in theirs', async () => {
  const { server, conversation, client } = await away(1)
  for (let n = 2; n <= 9; n++) server.data.store(conversation, 'bob', `message ${n}`)
  server.change(conversation, 2, 'edited')
  await passes(2000)
  expect(client.state.threads.get('ab')!.messages).toEqual(conversation.messages)
  expect(server.requests).toEqual([])
})

test('a lost edit is noticed by the next event, however many follow, and repaired by one sync', async () => {
  const { server, conversation, client } = await meeting(3)
  await Promise.all([client.open('ab'), passes(2000)])
  server.received.length = 0
  server.data.change(conversation, 1, 'lost')
  for (let n = 0; n < 5; n++) server.say(conversation, 'bob', 'next')
  await passes(50)
  expect(client.state.threads.get('ab')!.messages).toEqual(conversation.messages)
  expect(syncs(server)).toHaveLength(1)
})

test('an edit that comes while the page it belongs to is on its way is not lost', async () => {
  const { server, conversation, client } = await meeting(3)
  await passes(2000)
  server.answerMs = 100
  const opening = client.open('ab')
  await passes(50)
  server.change(conversation, 2, 'meanwhile')
  await Promise.all([opening, passes(1000)])
  expect(client.state.threads.get('ab')!.messages).toEqual(conversation.messages)
})

test('a page that arrives in the midst of a sync does not hide what the sync has told before it', async () => {
  const { server, conversation, client } = await away(60)
  await passes(2000)
  server.answerMs = 12
  const older = client.loadOlder('ab')
  await passes(2)
  server.data.change(conversation, 4, 'lost')
  server.change(conversation, 5, 'edited')
  await Promise.all([older, passes(2000)])
  expect(client.state.threads.get('ab')!.messages).toEqual(conversation.messages)
})

test('what cannot be brought up to date is dropped and loaded anew', async () => {
  const { server, conversation, client } = await away(3)
  for (let n = 0; n < 10_001; n++) server.data.change(conversation, 1, `edit ${n}`)
  await passes(2000)
  expect(client.state.threads.get('ab')!.messages).toEqual(conversation.messages)
  expect([...client.state.conversations.values()].some(hasGap)).toBe(false)
  expect(server.requests).toHaveLength(1)
})

test('a conversation that I am not in any more goes', async () => {
  const { server, client } = await away(3)
  server.data.conversations.delete('ab')
  await passes(2000)
  expect(client.state.conversations.size).toBe(0)
  expect(client.state.threads.get('ab')).toMatchObject({ failed: 'missing', messages: [] })
})

test('a busy service is asked again after the time it named, and every live event goes on meanwhile', async () => {
  const { server, conversation, client } = await away(1)
  server.syncRefusals.push({ code: 'busy', retryAfterMs: 5000 })
  server.data.store(conversation, 'bob', 'missed')
  await passes(3000)
  expect(syncs(server)).toHaveLength(1)
  server.say(conversation, 'bob', 'live')
  await passes(50)
  expect(texts(client, 'ab')).toEqual(['message 1', 'missed', 'live'])
  await passes(5000)
  expect(syncs(server)).toHaveLength(2)
})

test('what the service refuses for good is not asked again on this connection', async () => {
  const { server, conversation, client } = await away(1)
  server.syncRefusals.push({ code: 'invalid_request' })
  server.data.store(conversation, 'bob', 'missed')
  await passes(2000)
  for (let n = 0; n < 20; n++) server.say(conversation, 'bob', 'next')
  await passes(60_000)
  expect(syncs(server)).toHaveLength(1)
  server.cut()
  await passes(2000)
  expect(syncs(server)).toHaveLength(2)
  expect(texts(client, 'ab')).toEqual(conversation.messages.map(message => message.body))
})

test('what one frame cannot name is named in several syncs', async () => {
  const { server, client } = await away(1)
  server.frameBytes = 512 + 10 * 40
  for (let n = 0; n < 25; n++) {
    server.data.addUser(`user${n}`, `User ${n}`)
    server.data.direct('alice', `user${n}`)
  }
  await passes(2000)
  expect(client.state.conversations.size).toBe(26)
  server.received.length = 0
  server.cut()
  await passes(2000)
  const named = syncs(server).flatMap(({ cursors }) => Object.keys(cursors))
  expect(new Set(named).size).toBe(26)
  expect(named).toHaveLength(26)
  for (const sync of syncs(server)) expect(JSON.stringify(sync).length).toBeLessThan(server.frameBytes)
})

test('no sync names more than a thousand conversations, and those whose messages are held come first', () => {
  const conversations = new Map(Array.from({ length: 1200 }, (_, n) => [`c${n}`, conversation(`c${n}`, n)]))
  const state = { ...EMPTY_STATE, conversations, threads: new Map([['c0', EMPTY_THREAD]]) }
  const parts = cursorsOf(state, 65_536)
  expect(parts.map(part => Object.keys(part).length)).toEqual([1000, 200])
  expect(Object.keys(parts[0]!)[0]).toBe('c0')
})

function conversation(id: string, cursor: number): Conversation {
  const time = new Date(cursor * 1000).toISOString()
  return { id, kind: 'direct', participants: [], lastSeq: 0, version: cursor, cursor, createdAt: time, lastActivity: time }
}

function syncs(server: FakeServer): Sync[] {
  return server.received.filter(command => command.type === 'sync')
}
