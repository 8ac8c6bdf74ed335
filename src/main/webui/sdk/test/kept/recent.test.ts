import { beforeEach, expect, test } from 'vitest'
import type { ChatClient } from '../../src/client'
import { NoAnswerError, SignedOutError } from '../../src/errors'
import { presenceOf, unread } from '../../src/state/read'
import { passes, texts } from '../setup'
import { Device } from './device'

let device: Device
beforeEach(() => (device = new Device()))

/** A tab in which the conversation was open, with everything kept. */
async function used(messages = 3): Promise<ChatClient> {
  for (let n = 1; n <= messages; n++) device.server.data.store(device.conversation, 'bob', `message ${n}`)
  const client = await device.opened()
  await Promise.all([client.open('ab'), passes(3000)])
  return client
}

async function openedOffline(): Promise<ChatClient> {
  device.offline = true
  const client = await device.opened()
  await Promise.all([client.open('ab'), passes(100)])
  return client
}

test('the page opens offline: list, people, the last page of the conversation and the drafts', async () => {
  const client = await used(80)
  client.draft('ab', 'half a thought')
  await passes(1000)
  device.crash(client)
  const next = await openedOffline()
  expect(next.state).toMatchObject({ me: 'alice', list: { name: 'ready' }, kept: 'browser' })
  expect(next.state.people.get('bob')).toMatchObject({ name: 'Bob Meyer' })
  expect(presenceOf(next.state, 'bob')).toEqual({ name: 'unknown' })
  expect(texts(next, 'ab')).toEqual(device.bodies.slice(-50))
  expect(next.state.threads.get('ab')).toMatchObject({ hasOlder: true, hasNewer: false, loading: undefined, failed: undefined })
  expect(next.state.drafts.get('ab')).toBe('half a thought')
})

test('what was missed meanwhile comes by sync, edits of what was kept too, and nothing is doubled', async () => {
  device.crash(await used(5))
  const next = await openedOffline()
  device.server.data.change(device.conversation, 2, 'edited')
  device.server.data.store(device.conversation, 'bob', 'new')
  device.offline = false
  await passes(60_000)
  expect(next.state.threads.get('ab')!.messages).toEqual(device.conversation.messages)
  expect(next.state.conversations.get('ab')).toMatchObject({ lastSeq: 6 })
})

test('what is kept is shown before the network answers, and what the network brings takes its place', async () => {
  device.crash(await used(5))
  device.server.data.change(device.conversation, 2, 'edited')
  device.server.latencyMs = 5000
  const next = await device.opened()
  const opening = next.open('ab')
  await passes(100)
  expect(texts(next, 'ab')).toEqual(['message 1', 'message 2', 'message 3', 'message 4', 'message 5'])
  await Promise.all([opening, passes(60_000)])
  expect(next.state.threads.get('ab')!.messages).toEqual(device.conversation.messages)
})

test('what is kept of one person is not shown to another, and is gone when that one is known', async () => {
  device.crash(await used())
  device.person = 'bob'
  device.server.latencyMs = 1000
  const bobs = await device.opened()
  expect(bobs.state).toMatchObject({ me: undefined, conversations: new Map(), drafts: new Map(), outgoing: [] })
  await passes(10_000)
  expect(bobs.state.me).toBe('bob')
  device.crash(bobs)
  device.person = 'alice'
  device.offline = true
  const alices = await device.opened()
  expect(alices.state).toMatchObject({ me: undefined, conversations: new Map() })
})

test('an unsent message of one person never goes out in the name of another', async () => {
  const client = await used()
  device.offline = true
  client.send('ab', 'of Alice')
  client.draft('ab', 'hers')
  await passes(1000)
  device.crash(client)
  device.offline = false
  device.person = 'bob'
  const bobs = await device.opened()
  await passes(60_000)
  expect(bobs.state.drafts.size).toBe(0)
  expect(device.bodies).not.toContain('of Alice')
})

test('when no token can be had, what is kept is shown; when somebody is signed out, it is not, and stays for the same person', async () => {
  const client = await used()
  device.offline = true
  client.send('ab', 'waits')
  await passes(1000)
  device.crash(client)
  device.person = new SignedOutError('over')
  const over = await device.opened()
  expect(over.state).toMatchObject({ me: undefined, outgoing: [], connection: { name: 'closed', reason: 'signed_out' } })
  device.person = new NoAnswerError('no network')
  const away = await device.opened()
  expect(away.state).toMatchObject({ me: 'alice', outgoing: [{ body: 'waits' }] })
  device.person = 'alice'
  device.offline = false
  await passes(60_000)
  expect(device.bodies.at(-1)).toBe('waits')
})

test('a sign-out removes everything that is kept, in every tab', async () => {
  const client = await used()
  const other = await device.opened()
  client.draft('ab', 'secret')
  device.offline = true
  client.send('ab', 'unsent')
  await passes(1000)
  expect(client.unsent).toBe(1)
  await Promise.all([client.signOut(), passes(100)])
  expect(client.state).toMatchObject({ me: undefined, conversations: new Map(), outgoing: [], drafts: new Map(), kept: 'memory', connection: { name: 'closed' } })
  expect(other.state.kept).toBe('memory')
  other.draft('ab', 'after')
  await passes(3000)
  device.crash(other)
  const next = await device.opened()
  expect(next.state).toMatchObject({ me: undefined, conversations: new Map(), outgoing: [], drafts: new Map() })
})

test('a restored database voids pages and list, but not what was written', async () => {
  const client = await used()
  device.offline = true
  client.send('ab', 'still mine')
  client.draft('ab', 'not yet')
  await passes(2000)
  device.crash(client)
  device.server.epoch = 'second'
  device.conversation.messages.length = 0
  device.offline = false
  const next = await device.opened()
  await passes(10_000)
  expect(device.bodies).toEqual(['still mine'])
  expect(next.state.drafts.get('ab')).toBe('not yet')
  device.crash(next)
  const offline = await openedOffline()
  expect(texts(offline, 'ab')).toEqual([])
})

test('what was read offline is told when the service can be reached, also by a later page', async () => {
  const client = await used(3)
  device.offline = true
  client.markRead('ab', 3)
  await passes(2000)
  device.crash(client)
  const next = await openedOffline()
  expect(unread(next.state, next.state.conversations.get('ab')!)).toBe(0)
  device.offline = false
  await passes(60_000)
  expect(device.conversation.markers.get('alice')).toMatchObject({ readSeq: 3 })
})

test('of many conversations the last pages of fifty are kept, those opened last', async () => {
  const client = await device.opened()
  for (let n = 0; n < 55; n++) {
    const { id } = device.server.data.direct('alice', device.server.data.addUser(`u${n}`, `U ${n}`).id, `c${n}`)
    device.server.say(device.server.data.conversations.get(id)!, `u${n}`, 'hi')
    await Promise.all([client.open(id), passes(20)])
  }
  await passes(3000)
  device.crash(client)
  device.offline = true
  const next = await device.opened()
  const shown = async (id: string) => (await Promise.all([next.open(id), passes(50)]), texts(next, id).length)
  expect([await shown('c4'), await shown('c5'), await shown('c54')]).toEqual([0, 1, 1])
})

test('a draft is seen in every tab, and what is being written in a tab is not overwritten by it', async () => {
  const one = await device.opened()
  const two = await device.opened()
  one.draft('ab', 'from one')
  await passes(400)
  expect(two.state.drafts.get('ab')).toBe('from one')
  two.draft('ab', 'from two')
  one.draft('ab', 'from one again')
  await passes(10)
  expect([one, two].map(({ state }) => state.drafts.get('ab'))).toEqual(['from one again', 'from two'])
})

test('a draft is kept at once when the tab stops', async () => {
  const client = await device.opened()
  client.draft('ab', 'half')
  client.stop()
  await passes(10)
  expect((await device.opened()).state.drafts.get('ab')).toBe('half')
})
