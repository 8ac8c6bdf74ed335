import { vi } from 'vitest'
import { ChatClient } from '../src/client'
// Here before it is needed: a test moves the clock, which no loading of code follows. See reading.test.ts for that.
import '../src/opened'
import { FakeServer } from './fake/fake-server'

/** Alice and Bob with one conversation, and Alice's client on a clock that the test moves. */
export async function meeting(history: number = 0) {
  vi.useFakeTimers()
  const server = new FakeServer()
  server.data.addUser('alice', 'Alice Adler', { online: true })
  server.data.addUser('bob', 'Bob Meyer')
  const conversation = server.data.direct('alice', 'bob', 'ab')
  for (let n = 1; n <= history; n++) server.data.store(conversation, 'bob', `message ${n}`)
  const client = clientOf(server, 'alice')
  client.start()
  await passes(20)
  return { server, conversation, client }
}

export function clientOf(server: FakeServer, userId: string): ChatClient {
  return new ChatClient({
    url: 'http://chat.test',
    getToken: () => Promise.resolve(userId),
    fetch: server.fetch,
    WebSocket: server.WebSocket,
  })
}

/** Lets some milliseconds pass, with everything that happens in them. */
export function passes(ms: number): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms)
}

/** The texts that are shown in a conversation, stored ones first. */
export function texts(client: ChatClient, conversationId: string): string[] {
  const stored = client.state.threads.get(conversationId)?.messages ?? []
  const outgoing = client.state.outgoing.filter(mine => mine.conversationId === conversationId)
  return [...stored, ...outgoing].map(message => message.body)
}
