import { expect, test } from 'vitest'
import type { ConversationView, DurableEvent, MessageView, PageView } from '../src/protocol'
import { apply } from '../src/state/apply'
import { knowConversations } from '../src/state/conversations'
import { knowPage } from '../src/state/pages'
import { unread } from '../src/state/read'
import { type ChatState, EMPTY_STATE } from '../src/state/state'

const time = '2026-11-23T14:00:00Z'

function message(seq: number, version = seq, body = `message ${seq}`): MessageView {
  return { id: `m${seq}`, conversationId: 'ab', seq, version, senderId: 'bob', clientId: `c${seq}`, body, createdAt: time }
}

function event(seq: number, version = seq, body?: string): DurableEvent {
  return { type: 'message', conversationId: 'ab', version, message: message(seq, version, body) }
}

function marker(readSeq: number, deliveredSeq: number, version: number, userId = 'alice'): DurableEvent {
  return { type: 'marker', conversationId: 'ab', version, userId, readSeq, deliveredSeq }
}

function view(lastSeq: number, version: number): ConversationView {
  const participants = ['alice', 'bob'].map(id => ({
    user: { id, name: id, online: false }, role: 'member' as const, readSeq: 0, deliveredSeq: 0,
  }))
  return { id: 'ab', kind: 'direct', participants, lastSeq, version, unread: lastSeq, createdAt: time, lastActivity: time }
}

function page(messages: MessageView[], lastSeq: number): PageView {
  return { conversation: view(lastSeq, lastSeq), messages, hasOlder: false, hasNewer: false }
}

function opened(count: number): ChatState {
  const messages = Array.from({ length: count }, (_, index) => message(index + 1))
  return knowPage({ ...EMPTY_STATE, me: 'alice' }, page(messages, count), 'window')
}

const play = (state: ChatState, events: DurableEvent[]) => events.reduce((now, next) => apply(now, next, 0), state)
const bodies = (state: ChatState) => state.threads.get('ab')!.messages.map(({ body }) => body)

test('any event applied twice is as good as once', () => {
  for (const once of [event(1, 4, 'changed'), event(3), marker(1, 2, 5)]) {
    const state = play(opened(2), [once])
    expect(play(state, [once])).toEqual(state)
  }
})

test('every order of the same events ends in the same state', () => {
  const events = [event(1, 5, 'edited'), event(1, 6, 'edited again'), marker(1, 1, 7), marker(2, 2, 8)]
  const expected = play(opened(2), events)
  for (const order of permutations(events)) expect(play(opened(2), order)).toEqual(expected)
})

test('an older version of a message is ignored', () => {
  expect(bodies(play(opened(1), [event(1, 9, 'new'), event(1, 8, 'old')]))).toEqual(['new'])
})

test('markers never fall', () => {
  const state = play(opened(3), [marker(3, 3, 9), marker(1, 2, 8)])
  expect(unread(state, state.conversations.get('ab')!)).toBe(0)
})

test('a message after a hole is not held, but the conversation knows of it', () => {
  const state = play(opened(2), [event(4)])
  expect(bodies(state)).toEqual(['message 1', 'message 2'])
  expect(state.conversations.get('ab')!.lastSeq).toBe(4)
})

test('an older view of a conversation does not undo what events have told', () => {
  const state = knowConversations(play(opened(2), [event(3)]), [view(2, 2)])
  expect(state.conversations.get('ab')!.lastSeq).toBe(3)
})

test('an event of an unknown conversation changes nothing', () => {
  expect(play(EMPTY_STATE, [event(1), marker(1, 1, 2)])).toEqual(EMPTY_STATE)
})

function permutations<T>(items: T[]): T[][] {
  if (items.length <= 1) return [items]
  return items.flatMap((item, index) => permutations(items.filter((_, other) => other !== index)).map(rest => [item, ...rest]))
}
