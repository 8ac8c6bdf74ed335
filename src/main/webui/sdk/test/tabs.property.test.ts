import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { ChatClient } from '../src/client'
import { FakeBrowser, type FakeTab } from './fake/fake-browser'
import { FakeServer } from './fake/fake-server'
import { passes, texts } from './setup'

const TOKEN = `alice#.${btoa(JSON.stringify({ sub: 'alice' }))}.`

/** What may happen; `n` picks a tab, or a time. */
interface Step {
  what: 'join' | 'leave' | 'crash' | 'freeze' | 'thaw' | 'write' | 'cut' | 'bob writes' | 'lose an ack' | 'time passes'
  n: number
}

const MOST_TABS = 6
const TIMES_MS = [1, 1, 3, 50, 700, 2500]

/** Alice's browser. */
class Model {
  readonly server = new FakeServer()
  readonly browser = new FakeBrowser()
  readonly conversation
  tabs: { tab: FakeTab; client: ChatClient }[] = []
  #written = 0

  constructor() {
    this.server.data.addUser('alice', 'Alice Adler', { online: true })
    this.server.data.addUser('bob', 'Bob Meyer')
    this.conversation = this.server.data.direct('alice', 'bob', 'ab')
  }

  get stored(): string[] {
    return this.conversation.messages.map(message => message.body)
  }

  join(): void {
    const tab = this.browser.tab()
    const { fetch } = this.server
    const client = new ChatClient({ url: 'http://chat.test', getToken: async () => TOKEN, fetch, WebSocket: tab.WebSocketTo(this.server), tabs: tab })
    client.start()
    void client.open('ab')
    this.tabs.push({ tab, client })
  }

  async happen({ what, n }: Step): Promise<void> {
    const open = this.tabs[n]
    if (what === 'leave' || what === 'crash') this.tabs = this.tabs.filter(each => each !== open)
    switch (what) {
      case 'join':
        if (this.tabs.length < MOST_TABS) this.join()
        return
      case 'leave':
        open?.tab.thaw()
        return open?.client.stop()
      case 'crash':
        return open?.tab.crash()
      case 'freeze':
        return open?.tab.freeze()
      case 'thaw':
        return open?.tab.thaw()
      case 'write':
        return open?.client.send('ab', `alice ${this.#written++}`)
      case 'cut':
        return this.server.cut()
      case 'bob writes':
        return void this.server.say(this.conversation, 'bob', `bob ${this.#written++}`)
      case 'lose an ack':
        return void (this.server.dropAcks = 1)
      case 'time passes':
        await passes(TIMES_MS[n]!)
    }
  }
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom<Step['what'][]>('join', 'join', 'leave', 'crash', 'freeze', 'freeze', 'thaw', 'write', 'cut', 'bob writes', 'lose an ack', 'time passes', 'time passes', 'time passes'),
  n: fc.nat(MOST_TABS - 1),
})

test('whatever happens to tabs, in the end there is one socket, one tab leads, and all of them show the same', async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async steps => {
    const model = new Model()
    model.join()
    for (const each of steps) await model.happen(each)
    for (const { tab } of model.tabs) tab.thaw()
    model.join()
    await passes(20_000)
    const { tabs, server, browser, stored } = model
    expect(server.sockets.size).toBe(1)
    expect(tabs.filter(({ client }) => client.leads)).toHaveLength(1)
    for (const { client } of tabs) expect(client.state).toEqual(tabs[0]!.client.state)
    expect(texts(tabs[0]!.client, 'ab')).toEqual(stored)
    expect(new Set(stored).size).toBe(stored.length)
    for (const { client } of tabs) client.stop()
    await passes(20)
    expect([browser.locks.size, browser.channels.size, server.sockets.size]).toEqual([0, 0, 0])
  })
  const clocked = property.beforeEach(() => void vi.useFakeTimers()).afterEach(() => void vi.useRealTimers())
  await fc.assert(clocked, { numRuns: 30 })
}, 60_000)
