import { expect, test } from 'vitest'
import { meeting, passes } from '../../sdk/test/setup'
import { newsBetween } from '../src/shell/news'

test('a new message is read out, several are counted', async () => {
  const { server, conversation, client } = await meeting(2)
  const before = client.state
  server.say(conversation, 'bob', 'hi')
  await passes(20)
  expect(newsBetween(before, client.state)).toBe('New message from Bob Meyer: hi')
  server.say(conversation, 'bob', 'are you there?')
  await passes(20)
  expect(newsBetween(before, client.state)).toBe('2 new messages from Bob Meyer')
})

test('loading a list and sending are no news', async () => {
  const { client } = await meeting(2)
  const { conversations, ...rest } = client.state
  expect(newsBetween({ ...rest, conversations: new Map() }, client.state)).toBeUndefined()
  const before = client.state
  client.send('ab', 'mine')
  await passes(20)
  expect(newsBetween(before, client.state)).toBeUndefined()
})
