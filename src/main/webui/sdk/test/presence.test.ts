import { expect, test } from 'vitest'
import { presenceOf } from '../src/state/read'
import { meeting, passes } from './setup'

const DAY_AGO = '2026-11-22T14:00:00Z'
const NOW = '2026-11-23T14:00:00Z'

test('a list that was read before somebody left does not bring them back', async () => {
  const { server, client } = await meeting()
  server.setOnline('bob', true)
  server.latencyMs = 500
  const reload = client.reloadConversations()
  const early = server.data.users.get('bob')!
  server.data.users.set('bob', { ...early, lastActive: NOW })
  server.setOnline('bob', false)
  server.data.users.set('bob', { ...early, online: true, lastActive: DAY_AGO }) // what the list read
  await Promise.all([reload, passes(1000)])
  expect(presenceOf(client.state, 'bob')).toEqual({ name: 'offline', lastActive: NOW })
})

test('the presence of somebody who is described only later is kept until then', async () => {
  const { server, client } = await meeting()
  server.data.addUser('carol', 'Carol Diaz', { online: true })
  client.watchPresence('test', ['carol'])
  await passes(20)
  server.data.users.get('carol')!.online = false // what a slow answer read
  await Promise.all([client.findPeople('carol'), passes(20)])
  expect(presenceOf(client.state, 'carol').name).toBe('online')
})

test('of somebody who is no longer watched the next answer tells again', async () => {
  const { server, client } = await meeting()
  server.data.addUser('carol', 'Carol Diaz', { online: true })
  client.watchPresence('test', ['carol'])
  await passes(20)
  client.watchPresence('test', [])
  await passes(20)
  server.setOnline('carol', false)
  await Promise.all([client.findPeople('carol'), passes(20)])
  expect(presenceOf(client.state, 'carol').name).toBe('offline')
})

test('where there is room for few, what was looked at last comes first, then the newest conversations', async () => {
  const { server, conversation, client } = await meeting()
  server.watchedUsers = 3
  for (const id of ['carol', 'dave', 'erika']) {
    server.data.addUser(id, id)
    server.say(server.data.direct('alice', id, id), id, 'hi')
    await passes(1000)
  }
  server.cut()
  await passes(2000)
  const watched = () => [...server.sockets][0]!.watched
  expect(watched()).toEqual(['erika', 'dave', 'carol'])
  server.say(conversation, 'bob', 'me too')
  await passes(50)
  expect(watched()).toEqual(['bob', 'erika', 'dave'])
  client.watchPresence('thread', ['carol'])
  client.watchPresence('directory', ['frida'])
  await passes(50)
  expect(watched()).toEqual(['frida', 'carol', 'bob'])
})

test('what an ended connection told does not outlive it', async () => {
  const { server, client } = await meeting()
  server.setOnline('bob', true)
  server.cut()
  server.data.users.get('bob')!.online = false
  await passes(2000)
  expect(presenceOf(client.state, 'bob').name).toBe('offline')
})

test('a short loss of the connection changes nothing, and a long one makes unknown who is online', async () => {
  const { server, client } = await meeting()
  server.setOnline('bob', true)
  await passes(50)
  const seen: string[] = []
  client.subscribe(state => seen.push(presenceOf(state, 'bob').name))
  server.cut()
  await passes(2000)
  expect(client.state.connection.name).toBe('connected')
  expect(new Set(seen)).toEqual(new Set(['online']))
  server.refuseConnections = true
  server.cut()
  await passes(4900)
  expect(presenceOf(client.state, 'bob')).toEqual({ name: 'online' })
  await passes(200)
  expect(presenceOf(client.state, 'bob')).toEqual({ name: 'unknown' })
  server.refuseConnections = false
  await passes(60_000)
  expect(presenceOf(client.state, 'bob')).toEqual({ name: 'online' })
})

test('a list that is read while there is no connection does not say who is online', async () => {
  const { server, client } = await meeting()
  server.refuseConnections = true
  server.cut()
  await passes(6000)
  server.data.addUser('carol', 'Carol Diaz', { online: true })
  server.data.users.get('bob')!.online = true
  await Promise.all([client.findPeople(''), passes(50)])
  expect(['bob', 'carol'].map(id => presenceOf(client.state, id).name)).toEqual(['unknown', 'unknown'])
})

test('oneself is online while the connection is there, and after a stop nobody is known to be', async () => {
  const { client } = await meeting()
  expect(presenceOf(client.state, 'alice')).toEqual({ name: 'online' })
  client.stop()
  expect(['alice', 'bob'].map(id => presenceOf(client.state, id).name)).toEqual(['unknown', 'unknown'])
  client.start()
  await passes(100)
  expect(presenceOf(client.state, 'alice')).toEqual({ name: 'online' })
})
