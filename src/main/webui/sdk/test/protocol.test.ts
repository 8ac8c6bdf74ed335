import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decode, encode } from '../src/decode'
import type * as wire from '../src/protocol'

const ROOT = new URL('../../../../test/resources/protocol/', import.meta.url)

const conversationId = '01980a5e-7c1e-7d3a-9b1f-3f6f5a1b2c3d'
const clientId = '5f0c7a52-4f0e-4f5e-9d55-0a4b8f6f9a11'
const body = 'Are you in at ten?\nI can bring the plans. 🗺️'
const replyTo = '01980a5e-8b11-7c40-8a77-1d2e3f405162'
const createdAt = '2026-11-23T14:01:02.345678Z'
const id = '01980a5f-0a2b-7c3d-8e4f-5a6b7c8d9e0f'
const message: wire.MessageView = {
  id, conversationId, seq: 42, version: 97, senderId: 'alice', clientId, body, replyTo, createdAt,
}

const first: wire.MessageView = { ...without(message, 'replyTo'), seq: 1, version: 1, body: 'Are you in at ten?' }
const conversation: wire.ConversationView = {
  id: conversationId,
  kind: 'direct',
  participants: [
    {
      user: { id: 'alice', name: 'Alice Adler', username: 'alice', avatarUrl: 'https://platform.example/alice.svg', online: true },
      role: 'member', readSeq: 42, deliveredSeq: 42,
    },
    {
      user: { id: 'bob', name: 'Bob Meyer', username: 'bob', online: false, lastActive: '2026-11-23T13:58:41.500Z' },
      role: 'member', readSeq: 40, deliveredSeq: 41,
    },
  ],
  lastMessage: { ...first, seq: 42, version: 97 },
  lastSeq: 42,
  version: 98,
  unread: 0,
  createdAt: '2026-11-20T09:00:00Z',
  lastActivity: createdAt,
}

// The compiler requires an entry for every member of the union, and the right fields in it.
const commands: { [T in wire.Command['type']]: Extract<wire.Command, { type: T }> } = {
  'message.send': { type: 'message.send', id: 'c1', conversationId, clientId, body, replyTo },
  'message.edit': { type: 'message.edit', id: 'c5', conversationId, messageId: id, body: 'Are you in at eleven?' },
  'message.delete': { type: 'message.delete', id: 'c6', conversationId, messageId: id, scope: 'all' },
  'marker.set': { type: 'marker.set', id: 'c2', conversationId, readSeq: 41, deliveredSeq: 42 },
  typing: { type: 'typing', conversationId, active: true },
  'presence.watch': { type: 'presence.watch', id: 'c3', userIds: ['bob', 'carol'] },
  sync: { type: 'sync', id: 'c7', epoch: '0b9f6d0e-93a5-4c57-b1c5-0f7f2a9f1a10', cursors: { [conversationId]: 97 } },
  'token.renew': { type: 'token.renew', id: 'c8', token: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl' },
  ping: { type: 'ping', id: 'c4' },
}

const events: { [T in wire.ServerEvent['type']]: Extract<wire.ServerEvent, { type: T }> } & {
  'ack.message': wire.MessageAck
  'ack.change': wire.ChangeAck
  'ack.renewed': wire.RenewAck
  'error.rate_limited': wire.ErrorEvent
} = {
  welcome: {
    type: 'welcome',
    userId: 'alice',
    connectionId: '01980a5f-1111-7222-8333-444455556666',
    epoch: '0b9f6d0e-93a5-4c57-b1c5-0f7f2a9f1a10',
    serverTime: '2026-11-23T14:00:00.123456Z',
    heartbeatSeconds: 25,
    limits: { messageCodePoints: 8000, frameBytes: 65536, watchedUsers: 200 },
  },
  ack: { type: 'ack', id: 'c2' },
  'ack.message': {
    type: 'ack', id: 'c1', conversationId, messageId: id, seq: 42, version: 97, createdAt, duplicate: true,
  },
  'ack.change': { type: 'ack', id: 'c5', conversationId, messageId: id, version: 99 },
  'ack.renewed': { type: 'ack', id: 'c8', expiresAt: '2026-11-23T15:01:02Z' },
  synced: { type: 'synced', id: 'c7', verdict: 'reset', reset: [conversationId] },
  conversation: { type: 'conversation', conversationId, version: 98, conversation },
  draining: { type: 'draining', retryAfterMs: 700 },
  pong: { type: 'pong', id: 'c4', serverTime: createdAt },
  message: { type: 'message', conversationId, version: 97, message },
  marker: { type: 'marker', conversationId, version: 98, userId: 'bob', readSeq: 41, deliveredSeq: 42 },
  typing: { type: 'typing', conversationId, userId: 'bob', active: true },
  presence: { type: 'presence', userId: 'bob', online: false, lastActive: '2026-11-23T13:58:41.500Z' },
  error: { type: 'error', id: 'c1', code: 'busy', detail: 'The service is busy. Try again later.', retryAfterMs: 2000 },
  'error.rate_limited': {
    type: 'error',
    id: 'c8',
    code: 'rate_limited',
    detail: 'The limit sends is used up. Wait, then try the same again.',
    retryAfterMs: 850,
    limit: 'sends',
  },
}

const views = {
  conversation,
  page: {
    conversation: {
      id: conversationId,
      kind: 'direct',
      participants: [
        { user: { id: 'alice', name: 'Alice Adler', online: true }, role: 'member', readSeq: 1, deliveredSeq: 1 },
        { user: { id: 'bob', name: 'Bob Meyer', online: true }, role: 'member', readSeq: 0, deliveredSeq: 0 },
      ],
      lastSeq: 1,
      version: 1,
      unread: 0,
      createdAt: '2026-11-20T09:00:00Z',
      lastActivity: createdAt,
    },
    messages: [first],
    hasOlder: false,
    hasNewer: false,
  } satisfies wire.PageView,
  status: { userId: 'bob', online: false, lastActive: '2026-11-23T13:58:41.500Z' } satisfies wire.StatusView,
  problem: {
    type: 'urn:eplatform:chat:error:conversation_not_found',
    title: 'No such conversation',
    status: 404,
    detail: 'There is no such conversation, or you are not in it.',
    code: 'conversation_not_found',
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  } satisfies wire.ProblemView,
  'problem.rate_limited': {
    type: 'urn:eplatform:chat:error:rate_limited',
    title: 'Too many in a short time',
    status: 429,
    detail: 'The limit searches is used up. Wait, then try the same again.',
    code: 'rate_limited',
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    limit: 'searches',
  } satisfies wire.ProblemView,
}

test('every example has a type, and every type an example', () => {
  expect(examples('command')).toEqual(Object.keys(commands).sort())
  expect(examples('event')).toEqual(Object.keys(events).sort())
  expect(examples('view')).toEqual(Object.keys(views).sort())
})

test.each(Object.entries(commands))('the command %s is encoded as its example', (name, command) => {
  expect(JSON.parse(encode(command))).toEqual(JSON.parse(read('command', name)))
})

test.each(Object.entries(events))('the event %s is decoded from its example', (name, event) => {
  expect(decode(read('event', name))).toEqual(event)
})

test.each(Object.entries(views))('the view %s is its example', (name, view) => {
  expect(JSON.parse(read('view', name))).toEqual(view)
})

test('an event of a type that is not known yet is ignored', () => {
  expect(decode('{"type":"reaction"}')).toBeUndefined()
})

function examples(folder: string): string[] {
  return readdirSync(new URL(folder, ROOT)).map(file => file.replace(/\.json$/, '')).sort()
}

function read(folder: string, name: string): string {
  return readFileSync(new URL(`${folder}/${name}.json`, ROOT), 'utf8')
}

function without<T, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = value
  return rest
}
