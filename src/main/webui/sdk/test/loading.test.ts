import { expect, test } from 'vitest'
import type { FakeServer } from './fake/fake-server'
import { meeting, passes, texts } from './setup'

/** A conversation of which the newest page is here, and an older one could not be loaded. */
async function withoutOlderOnes() {
  const talk = await meeting(80)
  talk.client.markRead('ab', 80)
  await Promise.all([talk.client.open('ab'), passes(20)])
  await failing(talk.server, () => talk.client.loadOlder('ab'))
  expect(talk.client.state.threads.get('ab')).toMatchObject({ failed: 'older', messages: { length: 50 } })
  return talk
}

async function failing(server: FakeServer, call: () => Promise<void>) {
  server.failRest = true
  await Promise.all([call(), passes(20)])
  server.failRest = false
}

test('a failure above does not keep the end from being repaired', async () => {
  const { server, conversation, client } = await withoutOlderOnes()
  server.data.store(conversation, 'bob', 'lost')
  server.say(conversation, 'bob', 'arrived')
  await passes(50)
  expect(texts(client, 'ab').slice(-2)).toEqual(['lost', 'arrived'])
})

test('a failure above does not make a reconnect load the newest page again', async () => {
  const { server, conversation, client } = await withoutOlderOnes()
  server.cut()
  server.data.store(conversation, 'bob', 'while away')
  await passes(2000)
  expect(texts(client, 'ab').at(-1)).toBe('while away')
  expect(newestPages(server)).toHaveLength(1)
})

test('what is open already is not loaded again because of a failure above', async () => {
  const { server, client } = await withoutOlderOnes()
  await Promise.all([client.open('ab'), passes(20)])
  expect(newestPages(server)).toHaveLength(1)
  await Promise.all([client.loadOlder('ab'), passes(20)])
  expect(client.state.threads.get('ab')).toMatchObject({ failed: undefined, messages: { length: 80 } })
})

test('what could not be opened is opened after a reconnect', async () => {
  const { server, client } = await meeting(3)
  await failing(server, () => client.open('ab'))
  expect(client.state.threads.get('ab')!.failed).toBe('newest')
  server.cut()
  await passes(2000)
  expect(texts(client, 'ab')).toHaveLength(3)
})

function newestPages(server: FakeServer): string[] {
  return server.requests.filter(request => /ab\/\?limit=\d+$/.test(request))
}
