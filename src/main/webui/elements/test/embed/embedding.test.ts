// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { passes } from '../../../sdk/test/setup'
import type { UnreadChangeEvent } from '../../src/embed/events'
import { page } from './around'

const member = (...people: string[]) => ({ changed: vi.fn(), people, target: new EventTarget() })

test('a page without an element, and one where nobody is signed in, load nothing and ask for nothing', async () => {
  const { chat, loadSdk, server } = page()
  chat.configure({ getToken: () => 'alice' })
  await passes(1000)
  const { chat: unsigned, loadSdk: loadOther } = page()
  unsigned.join(member('bob'))
  await passes(1000)
  expect([loadSdk, loadOther].map(load => load.mock.calls.length)).toEqual([0, 0])
  expect(server.requests).toEqual([])
})

test.each(['the token first', 'the element first'])('elements and token find each other: %s', async order => {
  const { chat, server } = page()
  const steps = [() => chat.configure({ getToken: () => 'alice' }), () => void chat.join(member())]
  for (const step of order === 'the token first' ? steps : steps.reverse()) {
    step()
    await passes(100)
  }
  expect(chat.state?.connection.name).toBe('connected')
  expect(server.sockets.size).toBe(1)
})

test('many elements share one client, and all of those whose presence they show are watched', async () => {
  const { chat, loadSdk, server } = page()
  chat.configure({ getToken: () => 'alice' })
  for (const user of ['bob', 'carol', 'bob']) chat.join(member(user))
  await passes(100)
  expect(loadSdk).toHaveBeenCalledOnce()
  expect(server.sockets.size).toBe(1)
  expect([...chat.state!.watched.keys()].sort()).toEqual(['bob', 'carol'])
})

test('the page and each element hear who is ready, and of each other number of unread messages', async () => {
  const { chat, server, conversation } = page()
  const there = member()
  const heard: string[] = []
  for (const target of [chat, there.target]) {
    target.addEventListener('chat-ready', event => heard.push(`ready ${(event as unknown as { userId: string }).userId}`))
    target.addEventListener('chat-unread-change', event => heard.push(`unread ${(event as UnreadChangeEvent).count}`))
  }
  chat.join(there)
  chat.configure({ getToken: () => 'alice' })
  await passes(100)
  server.say(conversation, 'bob', 'Hello?')
  await passes(100)
  expect(heard).toEqual(['ready alice', 'ready alice', 'unread 2', 'unread 2', 'unread 3', 'unread 3'])
})

test('somebody else is signed in without a reload, and nothing of the person before stays', async () => {
  const { chat, server } = page()
  const there = member('bob')
  chat.join(there)
  chat.configure({ getToken: () => 'alice' })
  await passes(100)
  const before = chat.client
  expect(chat.unread).toBe(2)
  const changed = chat.identify(() => 'carol')
  expect([chat.client, chat.state, chat.unread]).toEqual([undefined, undefined, 0])
  await changed
  await passes(100)
  expect(chat.state?.me).toBe('carol')
  expect([...chat.state!.conversations]).toEqual([])
  expect(before?.state.connection.name).toBe('closed')
  expect(server.sockets.size).toBe(1)
})

test('what the browser kept of the person before is wiped, whoever comes next', async () => {
  const { chat } = page()
  chat.join(member())
  chat.configure({ getToken: () => 'alice' })
  await passes(100)
  const signOut = vi.spyOn(chat.client!, 'signOut')
  await Promise.all([chat.identify(() => 'carol'), passes(100)])
  expect(signOut).toHaveBeenCalledOnce()
})

test('who signs out while the code is still on its way is not connected by it', async () => {
  const { chat, server } = page()
  chat.join(member())
  chat.configure({ getToken: () => 'alice' })
  await chat.logout()
  await passes(1000)
  expect(chat.state?.me).toBeUndefined()
  expect(server.sockets.size).toBe(0)
})

test('after a sign-out nothing is asked for, and the next person can come', async () => {
  const { chat, server } = page()
  chat.join(member())
  chat.configure({ getToken: () => 'alice' })
  await passes(100)
  await chat.logout()
  const { length } = server.requests
  await passes(600_000)
  expect(server.requests).toHaveLength(length)
  expect(server.sockets.size).toBe(0)
  await chat.identify(() => 'bob')
  await passes(100)
  expect(chat.state?.me).toBe('bob')
})

test.each([null, undefined, ''])('a token that is %o is nobody: no try follows, until the page says more', async nobody => {
  const { chat } = page()
  const getToken = vi.fn(() => nobody)
  chat.join(member())
  chat.configure({ getToken })
  await passes(600_000)
  expect(getToken).toHaveBeenCalledOnce()
  expect(chat.state).toBeUndefined()
  chat.configure({ getToken: () => 'alice' })
  await passes(100)
  expect(chat.state?.me).toBe('alice')
})

test('another function for the same person, as each rendering of a framework gives it, does not connect again', async () => {
  const { chat, server } = page()
  chat.join(member())
  chat.configure({ getToken: () => 'alice' })
  await passes(100)
  const [socket] = server.sockets
  for (let n = 0; n < 3; n++) chat.configure({ getToken: () => 'alice' })
  await passes(100)
  expect([...server.sockets]).toEqual([socket])
})

test('the connection outlives a page that is rebuilt, and ends half a minute after the last element', async () => {
  const { chat, server } = page()
  chat.configure({ getToken: () => 'alice' })
  const leave = chat.join(member())
  await passes(100)
  const [socket] = server.sockets
  leave()
  await passes(29_000)
  const leaveAgain = chat.join(member())
  await passes(60_000)
  expect([...server.sockets]).toEqual([socket])
  leaveAgain()
  await passes(31_000)
  expect(server.sockets.size).toBe(0)
  chat.join(member())
  await passes(100)
  expect(server.sockets.size).toBe(1)
})

test('an outage is told once when it lasts, and not when it is a blink', async () => {
  const { chat, server } = page()
  const codes: string[] = []
  chat.addEventListener('chat-error', event => codes.push((event as unknown as { code: string }).code))
  chat.join(member())
  chat.configure({ getToken: () => 'alice' })
  await passes(100)
  server.cut()
  await passes(8000)
  expect(codes).toEqual([])
  server.refuseConnections = true
  server.cut()
  await passes(120_000)
  expect(codes).toEqual(['unreachable'])
})

test('code that cannot be loaded is told', async () => {
  const { chat, loadSdk } = page()
  loadSdk.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  const codes: string[] = []
  chat.addEventListener('chat-error', event => codes.push((event as unknown as { code: string }).code))
  chat.join(member())
  chat.configure({ getToken: () => 'alice' })
  await passes(100)
  expect(codes).toEqual(['not_loaded'])
  chat.join(member())
  await passes(100)
  expect(chat.state?.me).toBe('alice')
})

test('on the origin of the service its own session gives the token', async () => {
  const fetch = vi.fn(async () => new Response(null, { status: 401 }))
  vi.stubGlobal('fetch', fetch)
  const { chat } = page(`${location.origin}/chat/elements.js`)
  chat.join(member())
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledWith('/chat/session', expect.anything()))
  vi.unstubAllGlobals()
})

test('where the service is comes from the script, or from the page', () => {
  const { chat } = page('https://chat.example/chat/elements.js')
  expect(chat.addressOf('a b&c')).toBe('https://chat.example/chat/?with=a+b%26c')
  chat.configure({ url: 'https://other.example' })
  expect(chat.addressOf()).toBe('https://other.example/chat/')
})

test('who waits for the connection has the client once it stands', async () => {
  const { chat } = page()
  chat.join(member())
  const connected = chat.connected()
  chat.configure({ getToken: () => 'alice' })
  await passes(100)
  expect((await connected).state.me).toBe('alice')
})
