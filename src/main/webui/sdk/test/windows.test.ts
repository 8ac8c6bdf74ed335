import { expect, test } from 'vitest'
import type { ChatClient } from '../src/client'
import { meeting, passes, texts } from './setup'

/** A conversation of many messages, all read but the last `unread`. */
async function long(count: number, unread = 0) {
  const talk = await meeting(count)
  talk.client.markRead('ab', count - unread)
  await passes(1000)
  talk.server.requests.length = 0
  const act = (call: Promise<void>) => Promise.all([call, passes(20)])
  return { ...talk, act }
}

/** From and to which `seq` the history is here. */
function span(client: ChatClient): [number, number] | undefined {
  const messages = client.state.threads.get('ab')?.messages
  return messages?.length ? [messages[0]!.seq, messages.at(-1)!.seq] : undefined
}

const thread = (client: ChatClient) => client.state.threads.get('ab')

test('a conversation opens with its newest page', async () => {
  const { client, act } = await long(1000)
  await act(client.open('ab'))
  expect(span(client)).toEqual([951, 1000])
  expect(thread(client)).toMatchObject({ hasOlder: true, hasNewer: false, loading: undefined })
})

test.each([[20, 951], [85, 906]])('with %i unread messages it opens with all of them', async (unread, first) => {
  const { client, act } = await long(1000, unread)
  await act(client.open('ab'))
  expect(span(client)).toEqual([first, 1000])
})

test('with more than a page of unread messages it opens around the first one', async () => {
  const { client, act, server } = await long(3000, 1500)
  await act(client.open('ab'))
  expect(span(client)).toEqual([1476, 1525])
  expect(thread(client)).toMatchObject({ hasOlder: true, hasNewer: true })
  expect(server.requests).toHaveLength(1)
})

test('a conversation that was not known opens around the first unread message too', async () => {
  const { client, act, server, conversation } = await long(1)
  const strange = server.data.direct('alice', server.data.addUser('carol', 'Carol').id, 'ac')
  for (let n = 0; n < 300; n++) server.data.store(strange, 'carol', `message ${n + 1}`)
  await act(client.open('ac'))
  expect(client.state.threads.get('ac')!.messages[25]!.seq).toBe(1 + 25)
  expect(client.state.threads.get('ac')!.hasNewer).toBe(true)
  expect(conversation.messages).toHaveLength(1)
})

test('a message in the past is opened with what stands around it, and both ends go on from there', async () => {
  const { client, act } = await long(1000)
  await act(client.open('ab', { seq: 300 }))
  expect(span(client)).toEqual([275, 324])
  await act(client.loadOlder('ab'))
  await act(client.loadNewer('ab'))
  expect(span(client)).toEqual([225, 374])
})

test('a message that is here already is not loaded again', async () => {
  const { client, act, server } = await long(1000)
  await act(client.open('ab'))
  await act(client.open('ab', { seq: 960 }))
  expect(server.requests).toHaveLength(1)
})

test('a window in the past takes no new messages, but what changes in it', async () => {
  const { client, act, server, conversation } = await long(1000)
  await act(client.open('ab', { seq: 300 }))
  server.say(conversation, 'bob', 'new')
  server.publish({ ...conversation.messages[299]!, version: ++conversation.version, body: 'changed' })
  await passes(5000)
  expect(span(client)).toEqual([275, 324])
  expect(texts(client, 'ab')).toContain('changed')
  expect(client.state.conversations.get('ab')!.lastSeq).toBe(1001)
  expect(server.requests).toHaveLength(1)
})

test('whoever goes on to the end follows the conversation again', async () => {
  const { client, act, server, conversation } = await long(140)
  await act(client.open('ab', { seq: 50 }))
  await act(client.loadNewer('ab'))
  expect(thread(client)!.hasNewer).toBe(true)
  await act(client.loadNewer('ab'))
  expect(thread(client)!.hasNewer).toBe(false)
  server.say(conversation, 'bob', 'new')
  await passes(20)
  expect(span(client)![1]).toBe(141)
})

test('the newest page takes the place of a window in the past in one change', async () => {
  const { client, act } = await long(1000)
  await act(client.open('ab', { seq: 300 }))
  const spans = new Set<string>()
  client.subscribe(() => spans.add(String(span(client))))
  await act(client.loadLatest('ab'))
  expect([...spans]).toEqual(['275,324', '951,1000'])
})

test('an answer that was overtaken by another window changes nothing', async () => {
  const { client, act, server } = await long(1000)
  await act(client.open('ab', { seq: 300 }))
  server.latencyMs = 50
  const slow = client.loadOlder('ab')
  await passes(10)
  server.latencyMs = 1
  await act(client.loadLatest('ab'))
  await Promise.all([slow, passes(100)])
  expect(span(client)).toEqual([951, 1000])
  expect(thread(client)).toMatchObject({ loading: undefined, hasNewer: false })
})

test('a page for an end that was dropped meanwhile changes nothing', async () => {
  const { client, act, server } = await long(1000)
  await act(client.open('ab'))
  await act(client.loadOlder('ab'))
  server.latencyMs = 50
  const slow = client.loadOlder('ab')
  client.dropMessages('ab', 'oldest', 50)
  await Promise.all([slow, passes(100)])
  expect(span(client)).toEqual([951, 1000])
  expect(thread(client)!.loading).toBeUndefined()
})

test('what is dropped at an end can be loaded again', async () => {
  const { client, act } = await long(1000)
  await act(client.open('ab'))
  await act(client.loadOlder('ab'))
  client.dropMessages('ab', 'newest', 50)
  expect(span(client)).toEqual([901, 950])
  expect(thread(client)!.hasNewer).toBe(true)
  await act(client.loadNewer('ab'))
  expect(span(client)).toEqual([901, 1000])
  client.dropMessages('ab', 'oldest', 50)
  expect(thread(client)).toMatchObject({ hasOlder: true, hasNewer: false, messages: { length: 50 } })
})

test('no window holds more than 600 messages, whoever loads and whatever comes', async () => {
  const { client, act, server, conversation } = await long(1000)
  await act(client.open('ab'))
  for (let n = 0; n < 15; n++) await act(client.loadOlder('ab'))
  expect(span(client)).toEqual([201, 800])
  await act(client.loadLatest('ab'))
  for (let n = 0; n < 700; n++) server.say(conversation, 'bob', `new ${n}`)
  await passes(100)
  expect(span(client)).toEqual([1101, 1700])
})

test('after a long absence nobody reads everything: the window that is looked at ends before it', async () => {
  const { client, act, server, conversation } = await long(100)
  client.show('ab')
  await act(client.open('ab'))
  server.cut()
  for (let n = 0; n < 5000; n++) server.data.store(conversation, 'bob', `missed ${n}`)
  server.requests.length = 0
  await passes(5000)
  expect(span(client)![1]).toBeLessThanOrEqual(300)
  expect(thread(client)!.hasNewer).toBe(true)
  expect(server.requests.filter(request => request.includes('/ab/')).length).toBeLessThanOrEqual(1)
  await act(client.loadLatest('ab'))
  expect(span(client)).toEqual([5051, 5100])
})

test('of a conversation that nobody looks at nothing is kept then', async () => {
  const { client, act, server, conversation } = await long(100)
  await act(client.open('ab'))
  server.cut()
  for (let n = 0; n < 5000; n++) server.data.store(conversation, 'bob', `missed ${n}`)
  await passes(5000)
  expect(thread(client)).toBeUndefined()
})

test('of a conversation that was left only the newest page is kept, and nothing of its past', async () => {
  const { client, act } = await long(1000)
  const leave = [client.show('ab'), client.show('ab')]
  await act(client.open('ab'))
  await act(client.loadOlder('ab'))
  leave[0]!()
  expect(span(client)).toEqual([901, 1000])
  leave[1]!()
  leave[1]!()
  expect(span(client)).toEqual([951, 1000])
  const again = client.show('ab')
  await act(client.open('ab', { seq: 300 }))
  again()
  expect(thread(client)).toBeUndefined()
})

test('of conversations that were left long ago nothing is kept', async () => {
  const { client, act, server } = await long(1)
  for (let n = 0; n < 60; n++) {
    const id = server.data.direct('alice', server.data.addUser(`u${n}`, `U ${n}`).id, `c${n}`).id
    const leave = client.show(id)
    await act(client.open(id))
    leave()
  }
  expect([...client.state.threads.keys()]).toEqual(Array.from({ length: 50 }, (_, n) => `c${n + 10}`))
})

test('one\'s own message does not stay on its way for ever because the window is in the past', async () => {
  const { client, act } = await long(1000)
  await act(client.open('ab', { seq: 300 }))
  client.send('ab', 'hello')
  await passes(100)
  expect(client.state.outgoing).toEqual([])
  await act(client.loadLatest('ab'))
  expect(texts(client, 'ab').at(-1)).toBe('hello')
})

test.each([
  ['in the past', { seq: 1 }],
  ['the newest page, which begins after it', undefined],
])('nor because it was stored while a window was loading that is %s', async (_, place) => {
  const { server, conversation, client } = await meeting(50)
  server.latencyMs = 10
  void client.open('ab', place)
  await passes(1)
  server.latencyMs = 1
  client.send('ab', 'hello')
  await passes(3)
  for (let n = 0; n < 60; n++) server.say(conversation, 'bob', 'said')
  expect(client.state.outgoing).toHaveLength(1)
  await passes(20)
  expect(thread(client)).toMatchObject({ loading: undefined, failed: undefined })
  expect(client.state.outgoing).toEqual([])
  expect(texts(client, 'ab')).not.toContain('hello')
})

test('an end that could not be loaded is loaded when somebody asks again', async () => {
  const { client, act, server } = await long(1000)
  await act(client.open('ab', { seq: 300 }))
  server.failRest = true
  await act(client.loadNewer('ab'))
  expect(thread(client)).toMatchObject({ failed: 'newer', loading: undefined, messages: { length: 50 } })
  server.failRest = false
  await act(client.loadNewer('ab'))
  expect(thread(client)).toMatchObject({ failed: undefined, messages: { length: 100 } })
})
