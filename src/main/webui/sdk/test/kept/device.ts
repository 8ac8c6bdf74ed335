import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'
import { ChatClient } from '../../src/client'
import { FakeBrowser, type FakeTab } from '../fake/fake-browser'
import { FakeServer } from '../fake/fake-server'
import { passes } from '../setup'

/** A token of somebody's, which says whose it is. */
export function tokenOf(person: string): string {
  return `${person}#.${btoa(JSON.stringify({ sub: person }))}.`
}

/** Alice and Bob with one conversation, and a browser that keeps what its tabs keep. */
export class Device {
  /** Who is signed in; an error is what asking for a token ends with. */
  person: string | Error = 'alice'
  #browser = new FakeBrowser()
  readonly #tabs = new Map<ChatClient, FakeTab>()

  constructor(readonly server = new FakeServer()) {
    vi.useFakeTimers()
    globalThis.indexedDB = new IDBFactory()
    this.server.data.addUser('alice', 'Alice Adler')
    this.server.data.addUser('bob', 'Bob Meyer')
    this.server.data.direct('alice', 'bob', 'ab')
  }

  get conversation() {
    return this.server.data.conversations.get('ab')!
  }

  /** A tab whose client has not started. */
  tab(): ChatClient {
    const tab = this.#browser.tab()
    const client = new ChatClient({
      url: 'http://chat.test',
      getToken: async () => {
        if (this.person instanceof Error) throw this.person
        return tokenOf(this.person)
      },
      fetch: this.server.fetch,
      WebSocket: tab.WebSocketTo(this.server),
      tabs: tab,
    })
    this.#tabs.set(client, tab)
    return client
  }

  async opened(): Promise<ChatClient> {
    const client = this.tab()
    client.start()
    await passes(100)
    return client
  }

  /** The tab is gone, without a word. */
  crash(client: ChatClient): void {
    this.#tabs.get(client)?.crash()
  }

  /** The network is away, or there again. */
  set offline(offline: boolean) {
    this.server.refuseConnections = this.server.failRest = offline
    if (offline) this.server.cut()
  }

  get bodies(): string[] {
    return this.conversation.messages.map(message => message.body)
  }
}
