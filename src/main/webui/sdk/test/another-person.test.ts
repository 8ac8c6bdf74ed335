import { expect, test } from 'vitest'
import { ChatClient } from '../src/client'
import { meeting, passes } from './setup'

/** Alice's client, at a page where Bob signs in while it is offline. */
async function handedOver(meanwhile: (client: ChatClient) => void = () => {}) {
  const { server, conversation } = await meeting(2)
  let person = 'alice'
  const client = new ChatClient({ url: 'http://chat.test', getToken: async () => person, fetch: server.fetch, WebSocket: server.WebSocket })
  client.start()
  await passes(20)
  await Promise.all([client.open('ab'), passes(20)])
  server.refuseConnections = true
  server.cut()
  server.received.length = 0
  meanwhile(client)
  person = 'bob'
  server.refuseConnections = false
  await passes(60_000)
  return { server, conversation, client }
}

test('what one person wrote never goes out in the name of another', async () => {
  const { conversation, client } = await handedOver(alice => {
    alice.send('ab', 'from Alice')
    alice.draft('ab', 'not yet')
  })
  expect(client.state.me).toBe('bob')
  expect(conversation.messages.filter(message => message.body === 'from Alice')).toEqual([])
  expect(client.state.outgoing).toEqual([])
  expect(client.state.drafts.size).toBe(0)
})

test('what one person held is not shown to another', async () => {
  const { client } = await handedOver()
  expect(client.state.threads.size).toBe(0)
  expect([...client.state.watched.keys()]).toEqual(['alice'])
})

test('what one person has read is not told in the name of another', async () => {
  const { server } = await handedOver(alice => alice.markRead('ab', 2))
  // Bob wrote both messages himself: there is nothing that he would tell.
  expect(server.received.filter(command => command.type === 'marker.set')).toEqual([])
})

test('an answer to one person that arrives when another is here is dropped', async () => {
  const { server, client } = await meeting(0)
  let person = 'alice'
  const shared = new ChatClient({ url: 'http://chat.test', getToken: async () => person, fetch: server.fetch, WebSocket: server.WebSocket })
  client.stop()
  server.data.addUser('carol', 'Carol Diaz')
  server.data.addUser('dave', 'Dave')
  server.data.direct('alice', 'carol', 'ac')
  shared.start()
  await passes(20)
  server.answerMs = 30_000
  const opening = shared.open('ac')
  await passes(100)
  person = 'dave'
  server.cut()
  await passes(60_000)
  await opening
  expect(shared.state.me).toBe('dave')
  expect([...shared.state.conversations.keys()]).toEqual([])
  expect([...shared.state.threads.keys()]).toEqual([])
})
