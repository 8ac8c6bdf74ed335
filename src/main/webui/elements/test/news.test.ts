import { expect, test } from 'vitest'
import { meeting, passes } from '../../sdk/test/setup'
import { newsBetween } from '../src/shell/news'

const NOTHING = { arrived: undefined, failed: undefined }

test('a new message is read out, several are counted', async () => {
  const { server, conversation, client } = await meeting(2)
  const before = client.state
  server.say(conversation, 'bob', 'hi')
  await passes(20)
  expect(newsBetween(before, client.state).arrived).toBe('New message from Bob Meyer: hi')
  server.say(conversation, 'bob', 'are you there?')
  await passes(20)
  expect(newsBetween(before, client.state).arrived).toBe('2 new messages from Bob Meyer')
})

test('the first message of a new conversation is news, one that is loaded late is not', async () => {
  const { server, client } = await meeting(2)
  await passes(1000)
  const before = client.state
  server.data.addUser('carol', 'Carol Diaz')
  server.say(server.data.direct('alice', 'carol', 'ac'), 'carol', 'hello')
  await passes(50)
  expect(newsBetween(before, client.state).arrived).toBe('New message from Carol Diaz: hello')
  const conversations = new Map(client.state.conversations)
  conversations.delete('ab')
  expect(newsBetween({ ...client.state, conversations }, client.state)).toEqual(NOTHING)
})

test('what is not sent is read out once', async () => {
  const { server, client } = await meeting()
  const before = client.state
  server.refusals.push({ code: 'forbidden' })
  client.send('ab', 'mine')
  await passes(20)
  expect(newsBetween(before, client.state)).toEqual({ arrived: undefined, failed: 'Not sent: mine.' })
  expect(newsBetween(client.state, client.state)).toEqual(NOTHING)
})

test('loading a list and sending are no news', async () => {
  const { client } = await meeting(2)
  const { conversations, ...rest } = client.state
  expect(newsBetween({ ...rest, list: { name: 'loading' }, conversations: new Map() }, client.state)).toEqual(NOTHING)
  const before = client.state
  client.send('ab', 'mine')
  await passes(20)
  expect(newsBetween(before, client.state)).toEqual(NOTHING)
})
