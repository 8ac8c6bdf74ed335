import { expect, test } from 'vitest'
import { typists } from '../src/state/read'
import { clientOf, meeting, passes } from './setup'

test('typing is said at most every 3 s, and its end once', async () => {
  const { server, client } = await meeting()
  for (let n = 0; n < 40; n++) {
    client.typing('ab', true)
    await passes(100)
  }
  client.typing('ab', false)
  client.typing('ab', false)
  await passes(20)
  const said = server.received.filter(command => command.type === 'typing')
  expect(said.map(command => command.active)).toEqual([true, true, false])
})

test('it is shown until it ends, is forgotten after 7 s, or a message comes', async () => {
  const { server, conversation, client } = await meeting()
  const bob = clientOf(server, 'bob')
  bob.start()
  await passes(20)
  const shown = () => typists(client.state, 'ab').map(person => person.name)
  bob.typing('ab', true)
  await passes(20)
  expect(shown()).toEqual(['Bob Meyer'])
  await passes(7000)
  expect(shown()).toEqual([])
  bob.typing('ab', true)
  await passes(20)
  server.say(conversation, 'bob', 'done')
  await passes(20)
  expect(shown()).toEqual([])
})
