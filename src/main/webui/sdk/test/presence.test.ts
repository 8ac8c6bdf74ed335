import { expect, test } from 'vitest'
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
  expect(client.state.people.get('bob')).toMatchObject({ online: false, lastActive: NOW })
})

test('the presence of somebody who is described only later is kept until then', async () => {
  const { server, client } = await meeting()
  server.data.addUser('carol', 'Carol Diaz', { online: true })
  client.watchPresence('test', ['carol'])
  await passes(20)
  server.data.users.get('carol')!.online = false // what a slow answer read
  await Promise.all([client.findPeople('carol'), passes(20)])
  expect(client.state.people.get('carol')!.online).toBe(true)
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
  expect(client.state.people.get('carol')!.online).toBe(false)
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
  expect(client.state.people.get('bob')!.online).toBe(false)
})
