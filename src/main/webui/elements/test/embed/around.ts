import { ChatClient, type ChatClientOptions, SignedOutError, totalUnread, unread } from '@eplatform/chat'
import { vi } from 'vitest'
import { FakeServer } from '../../../sdk/test/fake/fake-server'
import { Embedding } from '../../src/embed/embedding'
import type { Sdk } from '../../src/embed/token'

/** A page around the chat: alice, bob and carol, where alice has two unread messages from bob. */
export function page(home = 'http://chat.test/chat/elements.js') {
  vi.useFakeTimers()
  const server = new FakeServer()
  server.data.addUser('alice', 'Alice Adler')
  server.data.addUser('bob', 'Bob Meyer', { online: true })
  server.data.addUser('carol', 'Carol Diaz')
  const conversation = server.data.direct('alice', 'bob', 'ab')
  for (const body of ['Are you in?', 'At ten?']) server.data.store(conversation, 'bob', body)
  const loadSdk = vi.fn(async () => sdkAt(server))
  return { server, conversation, loadSdk, chat: new Embedding(home, loadSdk) }
}

/** The SDK, with this server in place of the network. */
export function sdkAt(server: FakeServer): Sdk {
  return { ChatClient: clientAt(server), SignedOutError, totalUnread, unread }
}

function clientAt(server: FakeServer): typeof ChatClient {
  return class extends ChatClient {
    constructor(options: ChatClientOptions) {
      super({ ...options, fetch: server.fetch, WebSocket: server.WebSocket })
    }
  }
}
