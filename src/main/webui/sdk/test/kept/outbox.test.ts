import { beforeEach, expect, test } from 'vitest'
import { OutboxFullError } from '../../src/kept/outbox'
import { passes, texts } from '../setup'
import { Device } from './device'

let device: Device
beforeEach(() => (device = new Device()))

const waiting = (client: { state: { outgoing: readonly { body: string; state: string }[] } }) => client.state.outgoing.map(({ body, state }) => `${body} ${state}`)

test('what was written offline is sent once, in order, by the page that is opened later', async () => {
  const client = await device.opened()
  expect(client.state.kept).toBe('browser')
  device.offline = true
  client.send('ab', 'one')
  client.send('ab', 'two')
  await passes(50)
  device.crash(client)
  const next = await device.opened()
  expect(waiting(next)).toEqual(['one queued', 'two queued'])
  device.offline = false
  await passes(60_000)
  expect(device.bodies).toEqual(['one', 'two'])
  expect(next.state.outgoing).toEqual([])
  device.crash(next)
  expect(waiting(await device.opened())).toEqual([])
})

test('what was being sent when the tab died is sent again as the same message, and is stored once', async () => {
  const client = await device.opened()
  device.server.dropAcks = 1
  device.server.mute = true
  client.send('ab', 'one')
  await passes(20)
  expect(waiting(client)).toEqual(['one sending'])
  device.crash(client)
  device.server.mute = false
  const next = await device.opened()
  await passes(60_000)
  expect(device.bodies).toEqual(['one'])
  expect(waiting(next)).toEqual([])
})

test('a message is in the database before it is sent', async () => {
  const client = await device.opened()
  const put = IDBObjectStore.prototype.put
  let sentBefore: number | undefined
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
    if (this.name === 'outbox') sentBefore ??= device.server.received.filter(({ type }) => type === 'message.send').length
    return put.apply(this, args)
  }
  client.send('ab', 'one')
  expect(waiting(client)).toEqual(['one queued'])
  await passes(50)
  IDBObjectStore.prototype.put = put
  expect(sentBefore).toBe(0)
  expect(device.bodies).toEqual(['one'])
})

test('what a message was written as a draft is a draft no more, also after a crash', async () => {
  const client = await device.opened()
  device.offline = true
  client.draft('ab', 'hello ')
  await passes(1000)
  client.send('ab', 'hello')
  expect(client.state.drafts.size).toBe(0)
  await passes(50)
  device.crash(client)
  const next = await device.opened()
  expect(next.state.drafts.size).toBe(0)
  expect(waiting(next)).toEqual(['hello queued'])
})

test('another text than the draft leaves the draft alone', async () => {
  const client = await device.opened()
  client.draft('ab', 'half a thought')
  client.send('ab', 'hello')
  expect(client.state.drafts.get('ab')).toBe('half a thought')
})

test('every tab shows what any of them has written, and only the one with the connection sends it', async () => {
  const leader = await device.opened()
  const follower = await device.opened()
  device.offline = true
  follower.send('ab', 'from the follower')
  await passes(50)
  leader.send('ab', 'from the leader')
  await passes(50)
  expect(waiting(leader)).toEqual(['from the follower queued', 'from the leader queued'])
  expect(leader.state.outgoing).toEqual(follower.state.outgoing)
  device.offline = false
  await passes(60_000)
  expect(device.bodies).toEqual(['from the follower', 'from the leader'])
  expect(device.server.received.filter(({ type }) => type === 'message.send')).toHaveLength(2)
  expect([...leader.state.outgoing, ...follower.state.outgoing]).toEqual([])
})

test('what a tab has written before it crashed is sent by another one', async () => {
  const leader = await device.opened()
  const follower = await device.opened()
  device.offline = true
  leader.send('ab', 'still goes out')
  await passes(50)
  device.crash(leader)
  device.offline = false
  await passes(60_000)
  expect(device.bodies).toEqual(['still goes out'])
  expect(follower.state.outgoing).toEqual([])
})

test('while a tab is sending, the others show it', async () => {
  await device.opened()
  const follower = await device.opened()
  device.server.latencyMs = 200
  follower.send('ab', 'slow')
  await passes(100)
  expect(waiting(follower)).toEqual(['slow sending'])
  await passes(2000)
  expect(waiting(follower)).toEqual([])
})

test('a message that is refused for good is rejected, stays so, and does not block the next one', async () => {
  const client = await device.opened()
  device.server.refusals.push({ code: 'forbidden' })
  client.send('ab', 'one')
  client.send('ab', 'two')
  await passes(100)
  expect(device.bodies).toEqual(['two'])
  device.crash(client)
  const next = await device.opened()
  expect(next.state.outgoing).toMatchObject([{ body: 'one', state: 'rejected', error: 'forbidden' }])
  await passes(60_000)
  expect(device.bodies).toEqual(['two'])
})

test('a rejected message is taken back into the draft, before what stands there, in one step', async () => {
  const client = await device.opened()
  device.server.refusals.push({ code: 'forbidden' })
  client.send('ab', 'one')
  await passes(100)
  client.draft('ab', 'and more')
  client.takeBack(client.state.outgoing[0]!.clientId)
  expect(waiting(client)).toEqual([])
  await passes(50)
  device.crash(client)
  const next = await device.opened()
  expect(next.state.drafts.get('ab')).toBe('one\nand more')
  expect(waiting(next)).toEqual([])
})

test('what is dropped in one tab is dropped in all, and never sent', async () => {
  const leader = await device.opened()
  const follower = await device.opened()
  device.offline = true
  leader.send('ab', 'no')
  await passes(50)
  follower.discard(follower.state.outgoing[0]!.clientId)
  await passes(50)
  expect(waiting(leader)).toEqual([])
  device.offline = false
  await passes(60_000)
  expect(device.bodies).toEqual([])
})

test('a thousand messages wait at most, and the next one stays with who writes it', async () => {
  const client = await device.opened()
  device.offline = true
  for (let n = 0; n < 1000; n++) client.send('ab', `${n}`)
  client.draft('ab', 'one more')
  expect(() => client.send('ab', 'one more')).toThrow(OutboxFullError)
  expect(client.state.drafts.get('ab')).toBe('one more')
  expect(client.unsent).toBe(1000)
})

test('a browser that has no room left keeps nothing, says so, and sends all the same', async () => {
  const client = await device.opened()
  const put = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('No room', 'QuotaExceededError')
  }
  client.send('ab', 'one')
  await passes(200)
  IDBObjectStore.prototype.put = put
  expect(client.state.kept).toBe('memory')
  expect(device.bodies).toEqual(['one'])
  client.send('ab', 'two')
  await passes(200)
  expect(client.state.kept).toBe('browser')
  expect(device.bodies).toEqual(['one', 'two'])
})

test('a database of a newer version of this code is left alone', async () => {
  await new Promise(resolve => {
    const open = indexedDB.open('eplatform-chat http://chat.test/', 99)
    open.onsuccess = () => resolve(open.result.close())
    void passes(10)
  })
  const client = await device.opened()
  expect(client.state.kept).toBe('memory')
  client.send('ab', 'one')
  await passes(100)
  expect(device.bodies).toEqual(['one'])
})

test('a browser that does not answer is done without', async () => {
  const open = IDBFactory.prototype.open
  indexedDB.open = () => new (IDBOpenDBRequest as unknown as new () => IDBOpenDBRequest)()
  const client = await device.opened()
  expect(client.state.connection.name).toBe('closed')
  await passes(2100)
  indexedDB.open = open
  expect(client.state).toMatchObject({ kept: 'memory', connection: { name: 'connected' } })
})

test('an own message that was stored although its answer got lost is shown once, wherever the page was', async () => {
  const client = await device.opened()
  device.server.mute = true
  client.send('ab', 'one')
  await passes(50)
  device.crash(client)
  device.server.mute = false
  device.server.change(device.conversation, 1, 'edited elsewhere')
  const next = await device.opened()
  await Promise.all([next.open('ab'), passes(5000)])
  expect(texts(next, 'ab')).toEqual(['edited elsewhere'])
})
