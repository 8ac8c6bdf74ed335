import { afterEach, expect, test, vi } from 'vitest'
import { ChatClient } from '../src/client'
import { NoAnswerError, SignedOutError } from '../src/errors'
import { presenceOf } from '../src/state/read'
import { groupName } from '../src/tabs/said'
import type { GetToken } from '../src/token'
import { FakeBrowser } from './fake/fake-browser'
import { FakeServer } from './fake/fake-server'
import { passes, texts } from './setup'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A token that says whose it is. */
function tokenOf(person: string): string {
  return `${person}#.${btoa(JSON.stringify({ iss: 'platform', sub: person }))}.`
}

function world() {
  vi.useFakeTimers()
  const server = new FakeServer()
  server.data.addUser('alice', 'Alice Adler', { online: true })
  server.data.addUser('bob', 'Bob Meyer')
  server.data.addUser('carol', 'Carol Diaz')
  const conversation = server.data.direct('alice', 'bob', 'ab')
  const browser = new FakeBrowser()
  const open = (getToken: GetToken = async () => tokenOf('alice'), visible = true) => {
    const tab = browser.tab()
    tab.visible = visible
    const client = new ChatClient({ url: 'http://chat.test', getToken, fetch: server.fetch, WebSocket: tab.WebSocketTo(server), tabs: tab })
    client.start()
    return { tab, client }
  }
  return { server, conversation, browser, open }
}

/** So many tabs of Alice's, all of them connected and with her conversation with Bob open, the leader first. */
async function tabs(count: number) {
  const { open, ...rest } = world()
  const opened = Array.from({ length: count }, () => open())
  await passes(200)
  void Promise.all(opened.map(({ client }) => client.open('ab')))
  await passes(50)
  const leader = opened.find(({ client }) => client.leads)!
  const followers = opened.filter(each => each !== leader)
  return { ...rest, open, all: opened, clients: opened.map(({ client }) => client), leader, followers, follower: followers[0]! }
}

function shown(clients: ChatClient[]): string[][] {
  return clients.map(client => texts(client, 'ab'))
}

test('ten tabs hold one socket', async () => {
  const { server, clients } = await tabs(10)
  expect(server.sockets.size).toBe(1)
  expect(clients.map(({ state }) => state.connection.name)).toEqual(Array(10).fill('connected'))
  expect(clients.filter(client => client.leads)).toHaveLength(1)
})

test('what the service tells is told in every tab', async () => {
  const { server, conversation, clients } = await tabs(10)
  server.say(conversation, 'bob', 'hello')
  server.broadcast('ab', { type: 'typing', conversationId: 'ab', userId: 'bob', active: true })
  server.setOnline('bob', true)
  await passes(20)
  for (const { state } of clients) {
    expect(state.threads.get('ab')!.messages.map(message => message.body)).toEqual(['hello'])
    expect([...state.typing.get('ab')!.keys()]).toEqual(['bob'])
    expect(presenceOf(state, 'bob').name).toBe('online')
  }
})

test('a tab that follows sends, marks and types through the one that leads', async () => {
  const { server, conversation, clients, follower } = await tabs(3)
  server.say(conversation, 'bob', 'hello')
  await passes(20)
  follower.client.markRead('ab', 1)
  follower.client.typing('ab', true)
  follower.client.send('ab', 'hi')
  await passes(1000)
  expect(server.received).toContainEqual({ type: 'typing', conversationId: 'ab', active: true })
  expect(conversation.markers.get('alice')).toEqual({ readSeq: 2, deliveredSeq: 2 })
  expect(shown(clients)).toEqual(Array(3).fill(['hello', 'hi']))
  expect(follower.client.state.outgoing).toEqual([])
})

test('a refusal comes to the tab that asked', async () => {
  const { server, follower, leader } = await tabs(2)
  server.refusals.push({ code: 'message_too_long' })
  follower.client.send('ab', 'too long')
  await passes(50)
  expect(follower.client.state.outgoing).toMatchObject([{ error: 'message_too_long' }])
  expect(leader.client.state.outgoing).toEqual([])
})

test('when the tab that leads is closed, the next one connects at once and nothing is missed', async () => {
  const { server, conversation, leader, followers } = await tabs(10)
  leader.client.stop()
  server.data.store(conversation, 'bob', 'in between')
  await passes(20)
  expect(server.sockets.size).toBe(1)
  await passes(50)
  server.say(conversation, 'bob', 'afterwards')
  await passes(50)
  expect(shown(followers.map(({ client }) => client))).toEqual(Array(9).fill(['in between', 'afterwards']))
  expect(leader.client.state.connection).toEqual({ name: 'closed', reason: 'stopped' })
})

test('when the tab that leads crashes, the next one connects at once', async () => {
  const { server, leader, followers } = await tabs(3)
  leader.tab.crash()
  await passes(20)
  expect(server.sockets.size).toBe(1)
  expect(followers.map(({ client }) => client.state.connection.name)).toEqual(['connected', 'connected'])
})

test('when the tab that leads is frozen, another one takes over within two seconds, and it follows once it thaws', async () => {
  const { server, conversation, clients, leader, followers } = await tabs(3)
  leader.tab.freeze()
  await passes(2000)
  expect(followers.filter(({ client }) => client.leads && client.state.connection.name === 'connected')).toHaveLength(1)
  server.say(conversation, 'bob', 'hello')
  await passes(5000)
  expect(server.sockets.size).toBe(2)
  leader.tab.thaw()
  await passes(50)
  expect(server.sockets.size).toBe(1)
  expect(leader.client.leads).toBe(false)
  expect(shown(clients)).toEqual(Array(3).fill(['hello']))
})

test('a tab that somebody turns to takes over from one that is frozen, however long nobody looked', async () => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('window', page)
  vi.stubGlobal('document', page)
  const { leader, follower } = await tabs(2)
  follower.tab.visible = false
  await passes(1000)
  leader.tab.freeze()
  await passes(5000)
  expect(follower.client.leads).toBe(false)
  follower.tab.visible = true
  page.dispatchEvent(new Event('visibilitychange'))
  await passes(1500)
  expect([follower.client.leads, follower.client.state.connection.name]).toEqual([true, 'connected'])
})

test('a tab that joins takes over from one that is frozen', async () => {
  const { server, open, leader } = await tabs(1)
  leader.tab.freeze()
  const late = open()
  await passes(1500)
  expect(late.client.state.connection.name).toBe('connected')
  leader.tab.thaw()
  await passes(50)
  expect(server.sockets.size).toBe(1)
})

test('what a tab that has led before still says is not listened to', async () => {
  const { server, leader, followers } = await tabs(3)
  leader.tab.freeze()
  server.cut()
  await passes(3000)
  const states: string[] = []
  for (const { client } of followers) client.subscribe(({ connection }) => states.push(connection.name))
  leader.tab.thaw()
  await passes(50)
  expect(states.filter(name => name !== 'connected')).toEqual([])
})

test.each(Array.from({ length: 16 }, (_, steps) => [steps]))('a tab that leaves %i steps after it came leaves nothing behind', async steps => {
  const { browser, open } = world()
  const { client } = open()
  for (let step = 0; step < steps; step++) await Promise.resolve()
  client.stop()
  await passes(50)
  expect([browser.locks.size, browser.channels.size]).toEqual([0, 0])
})

test('what a tab asked of one that ends is asked again, and stored once', async () => {
  const { server, conversation, leader, followers } = await tabs(3)
  // Not the one that leads next.
  const follower = followers.at(-1)!
  server.dropAcks = 1
  follower.client.send('ab', 'only once')
  await passes(2)
  follower.client.send('ab', 'and then this')
  leader.tab.crash()
  await passes(5000)
  expect(conversation.messages.map(message => message.body)).toEqual(['only once', 'and then this'])
  expect(server.received.filter(command => command.type === 'message.send' && command.body === 'only once').length).toBeGreaterThan(1)
  expect(follower.client.state.outgoing).toEqual([])
  expect(shown(followers.map(({ client }) => client))).toEqual(Array(2).fill(['only once', 'and then this']))
})

test('when the connection is lost, all tabs know, and all are back with the same one', async () => {
  const { server, clients } = await tabs(3)
  server.refuseConnections = true
  server.cut()
  await passes(20)
  expect(clients.map(({ state }) => state.connection.name)).not.toContain('connected')
  server.refuseConnections = false
  await passes(60_000)
  expect(new Set(clients.map(({ state }) => JSON.stringify(state.connection))).size).toBe(1)
  expect(clients[0]!.state.connection.name).toBe('connected')
  expect(server.sockets.size).toBe(1)
})

test('where the one that leads is late to try again, because nobody sees it, a tab that is seen reminds it', async () => {
  const { server, leader, clients } = await tabs(2)
  leader.tab.visible = false
  server.refuseConnections = true
  server.cut()
  await passes(20_000)
  server.refuseConnections = false
  const { connection } = leader.client.state
  if (connection.name !== 'offline') throw new Error('the test needs it to wait')
  // The clock goes on, and the timer of the next try does not.
  vi.setSystemTime(connection.retryAt)
  await passes(1000)
  expect(clients.map(({ state }) => state.connection.name)).toEqual(['connected', 'connected'])
})

test('two persons in one browser do not share', async () => {
  const { server, open } = world()
  const alice = open()
  const bob = open(async () => tokenOf('bob'))
  await passes(200)
  expect([alice.client.state.me, bob.client.state.me]).toEqual(['alice', 'bob'])
  expect(server.sockets.size).toBe(2)
  expect([alice.client.leads, bob.client.leads]).toEqual([true, true])
})

test.each(['leads', 'follows'])('a tab that %s and gets the token of somebody else leaves, and the others stay', async role => {
  const { server, open } = world()
  let person = 'alice'
  const stays = () => open()
  const changes = () => open(async () => tokenOf(person))
  const [first, second] = role === 'leads' ? [changes, stays] : [stays, changes]
  const opened = [first()]
  await passes(100)
  opened.push(second())
  await passes(200)
  const [changing, staying] = role === 'leads' ? [opened[0]!, opened[1]!] : [opened[1]!, opened[0]!]
  expect(changing.client.leads).toBe(role === 'leads')
  person = 'bob'
  await Promise.all([expect(changing.client.findPeople('')).rejects.toThrow(NoAnswerError), passes(500)])
  expect([changing.client.state.me, staying.client.state.me]).toEqual(['bob', 'alice'])
  expect([...server.sockets].map(socket => socket.userId).sort()).toEqual(['alice', 'bob'])
})

test('when nobody is signed in any more, all tabs are signed out', async () => {
  const { server, open } = world()
  let over = false
  const clients = [1, 2, 3].map(() => open(async () => (over ? Promise.reject(new SignedOutError('over')) : tokenOf('alice'))).client)
  await passes(200)
  over = true
  server.cut()
  await passes(5000)
  expect(clients.map(({ state }) => state.connection)).toEqual(Array(3).fill({ name: 'closed', reason: 'signed_out' }))
  over = false
  for (const client of clients) client.start()
  await passes(200)
  expect(server.sockets.size).toBe(1)
  expect(clients.map(({ state }) => state.connection.name)).toEqual(Array(3).fill('connected'))
})

test.each([
  ['no token says whose it is', async () => 'alice', {}],
  ['the page has no right to locks', async () => tokenOf('alice'), { locks: { request: () => Promise.reject(new DOMException('Denied', 'SecurityError')) } }],
])('where %s each tab has a connection of its own', async (_, getToken, lack) => {
  const { server, browser } = world()
  const clients = [1, 2].map(() => {
    const tab = browser.tab()
    Object.assign(tab, lack)
    return new ChatClient({ url: 'http://chat.test', getToken, fetch: server.fetch, WebSocket: tab.WebSocketTo(server), tabs: tab })
  })
  for (const client of clients) client.start()
  await passes(1000)
  expect(clients.map(({ state }) => state.connection.name)).toEqual(['connected', 'connected'])
  expect(server.sockets.size).toBe(2)
})

test('a page that starts without a network shares as soon as it gets a token', async () => {
  const { server, open } = world()
  let away = true
  const getToken = async () => (away ? Promise.reject(new TypeError('Failed to fetch')) : tokenOf('alice'))
  const clients = [open(getToken).client, open(getToken).client]
  await passes(5000)
  expect(clients.map(({ state }) => 'since' in state.connection)).toEqual([true, true])
  away = false
  await passes(60_000)
  expect(clients.map(({ state }) => state.connection.name)).toEqual(['connected', 'connected'])
  expect(server.sockets.size).toBe(1)
})

test('the presence that a tab asks for is told, also when another one has asked before', async () => {
  const { server, leader, follower } = await tabs(2)
  server.data.users.get('carol')!.online = true
  leader.client.watchPresence('test', ['carol'])
  await passes(20)
  await Promise.all([follower.client.findPeople('carol'), passes(20)])
  server.data.users.get('carol')!.online = false // what a slow answer would read
  follower.client.watchPresence('test', ['carol'])
  await passes(20)
  await Promise.all([follower.client.findPeople('carol'), passes(20)])
  expect(presenceOf(follower.client.state, 'carol').name).toBe('online')
})

test('the service watches whom any tab watches, those of the tab that was seen last first, and of a tab that ended no more', async () => {
  const { server, leader, followers } = await tabs(3)
  const [second, third] = followers
  server.watchedUsers = 4
  server.cut()
  await passes(2000)
  const watched = () => [...server.sockets][0]!.watched
  expect(watched()).toEqual(['bob'])
  leader.tab.visible = false
  leader.client.watchPresence('test', ['dave', 'erika'])
  await passes(20)
  second!.client.watchPresence('test', ['frida'])
  await passes(20)
  expect(watched()).toEqual(['frida', 'bob', 'dave', 'erika'])
  third!.client.watchPresence('test', ['carol'])
  await passes(20)
  expect(watched()).toEqual(['carol', 'bob', 'frida', 'dave'])
  third!.tab.crash()
  second!.client.stop()
  await passes(20)
  expect(watched()).toEqual(['dave', 'erika', 'bob'])
})

test('of tabs that have left nothing is held', async () => {
  const { server, browser, open } = await tabs(1)
  const held = () => ({ locks: browser.locks.size, channels: browser.channels.size, timers: vi.getTimerCount() })
  await passes(1000)
  const before = held()
  for (let n = 0; n < 30; n++) {
    const { tab, client } = open()
    await passes(50)
    if (n % 2) tab.crash()
    client.stop()
    await passes(20)
  }
  await passes(1000)
  expect(held()).toEqual(before)
  expect(server.sockets.size).toBe(1)
})

test('tabs with versions of the SDK that do not understand each other do not meet', async () => {
  expect(groupName('wss://chat.test/ws/chat/', 'alice')).toBe('eplatform-chat/1 wss://chat.test/ws/chat/ alice')
})
