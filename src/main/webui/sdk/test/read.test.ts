import { expect, test } from 'vitest'
import { byActivity, nameOf, partner } from '../src/state/read'
import { meeting, passes } from './setup'

test('a message that failed long ago does not hold its conversation up or down', async () => {
  const { server, conversation, client } = await meeting()
  server.data.addUser('carol', 'Carol Diaz')
  const talk = server.data.direct('alice', 'carol', 'ac')
  server.say(talk, 'carol', 'hello')
  await passes(60_000)
  const order = () => byActivity(client.state).map(({ id }) => id)
  server.refusals.push({ code: 'forbidden' })
  client.send('ab', 'refused')
  await passes(60_000)
  expect(order()).toEqual(['ab', 'ac'])
  server.say(talk, 'carol', 'are you there?')
  await passes(60_000)
  expect(order()).toEqual(['ac', 'ab'])
  server.say(conversation, 'bob', 'yes')
  await passes(20)
  expect(order()).toEqual(['ab', 'ac'])
})

test('nobody is taken for the other one until it is known who I am', async () => {
  const { client } = await meeting()
  const [conversation] = client.state.conversations.values()
  expect(partner(client.state, conversation!)?.id).toBe('bob')
  expect(partner({ ...client.state, me: undefined }, conversation!)).toBeUndefined()
  expect(nameOf({ ...client.state, me: undefined }, conversation!)).toBe('')
})
