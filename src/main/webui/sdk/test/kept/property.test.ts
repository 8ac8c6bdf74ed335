import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { ChatClient } from '../../src/client'
import type { ChatState } from '../../src/state/state'
import { passes } from '../setup'
import { Device } from './device'

/** What can happen, in any order. Numbers choose among whatever there is then. */
const happening = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('send' as const), tab: fc.nat(), to: fc.nat(1) }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('said' as const), to: fc.nat(1) }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('wait' as const), ms: fc.nat(12) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constantFrom('edited' as const, 'deleted' as const, 'edited unheard' as const, 'doubled' as const), to: fc.nat(1), seq: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('read' as const, 'lost' as const, 'swapped' as const), to: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('slow' as const), ms: fc.nat(60) }) },
  { weight: 3, arbitrary: fc.constantFrom({ type: 'cut' as const }, { type: 'offline' as const }, { type: 'online' as const }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('crash' as const, 'reload' as const), tab: fc.nat() }) },
  { weight: 1, arbitrary: fc.constantFrom({ type: 'tab' as const }, { type: 'restored' as const }) },
)
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

/** A lost edit that only the cursor tells of: random ones are mostly healed by what comes after them. */
const HEALED_BY_NOTHING_ELSE: Happening[] = [
  { type: 'said', to: 0 },
  { type: 'wait', ms: 12 },
  { type: 'edited unheard', to: 0, seq: 0 },
  { type: 'said', to: 0 },
  { type: 'wait', ms: 12 },
]

/** A browser of Alice's in which all of that happens. */
class World {
  readonly device = new Device()
  /** The ids of what each tab has written, in that order, by conversation. */
  readonly written: Map<ChatClient, string[]>[] = [new Map(), new Map()]
  tabs: ChatClient[] = []
  #count = 0

  async begin(): Promise<void> {
    vi.spyOn(Math, 'random').mockReturnValue(0.05)
    this.device.server.data.addUser('carol', 'Carol Diaz')
    this.device.server.data.direct('alice', 'carol', 'ac')
    await this.open()
  }

  async open(): Promise<void> {
    const client = this.device.tab()
    this.tabs.push(client)
    client.start()
    for (const id of ['ab', 'ac']) void client.open(id)
    // Nobody writes before the database is open.
    await passes(30)
  }

  async happens(event: Happening): Promise<unknown> {
    const { server } = this.device
    const say = () => ('to' in event ? server.say(this.conversation(event.to), other(event.to), `${++this.#count}`) : undefined)
    switch (event.type) {
      case 'send':
        return this.#write(this.tabs[event.tab % this.tabs.length]!, event.to)
      case 'said':
        return say()
      case 'wait':
        return passes(event.ms)
      case 'slow':
        // What REST has read is on its way while the socket goes on.
        return (server.answerMs = event.ms)
      case 'edited':
      case 'deleted':
        return server.change(this.conversation(event.to), this.#seq(event), event.type === 'edited' ? `${++this.#count}` : undefined)
      case 'edited unheard':
        return this.#unheard(() => server.change(this.conversation(event.to), this.#seq(event), `${++this.#count}`))
      case 'doubled': {
        const message = this.conversation(event.to).messages[this.#seq(event) - 1]
        return message && server.publish(message)
      }
      case 'read':
        return server.mark(this.conversation(event.to), other(event.to), this.conversation(event.to).messages.length, 0)
      case 'lost':
        return this.#unheard(say)
      case 'swapped': {
        const message = this.#unheard(say)
        say()
        return message && server.publish(message)
      }
      case 'cut':
        return server.cut()
      case 'offline':
      case 'online':
        return (this.device.offline = event.type === 'offline')
      case 'crash':
      case 'reload': {
        const [client] = this.tabs.splice(event.tab % this.tabs.length, 1)
        if (event.type === 'reload') client!.stop()
        this.device.crash(client!)
        return this.tabs.length === 0 ? this.open() : undefined
      }
      case 'tab':
        return this.tabs.length < 3 ? this.open() : undefined
      case 'restored':
        server.epoch += '+'
        return server.cut()
    }
  }

  conversation(to: number) {
    return this.device.server.data.conversations.get(to === 0 ? 'ab' : 'ac')!
  }

  #write(client: ChatClient, to: number): void {
    client.send(to === 0 ? 'ab' : 'ac', `${++this.#count}`)
    const ids = this.written[to]!.get(client) ?? []
    this.written[to]!.set(client, [...ids, client.state.outgoing.at(-1)!.clientId])
  }

  /** A change of which nobody hears. What the service sends in the midst of a sync does not get lost: the connection is in order. */
  #unheard<T>(change: () => T): T | undefined {
    if (this.tabs.some(client => client.state.syncing.size > 0 || client.state.connection.name !== 'connected')) return undefined
    this.device.server.mute = true
    const made = change()
    this.device.server.mute = false
    return made
  }

  #seq({ to, seq }: { to: number; seq: number }): number {
    return (seq % Math.max(1, this.conversation(to).messages.length)) + 1
  }
}

function other(to: number): string {
  return to === 0 ? 'bob' : 'carol'
}

/** What a person sees of it. */
function seen({ conversations, threads, people, outgoing, drafts, me }: ChatState) {
  const list = [...conversations.values()].map(({ cursor, version, ...conversation }) => ({ ...conversation, gap: version - cursor }))
  const messages = [...threads].map(([id, thread]) => [id, thread.messages] as const)
  const sorted = <T>(items: T[]) => items.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
  return { me, list: sorted(list), messages: sorted(messages), people: sorted([...people.values()].map(({ name }) => name)), outgoing, drafts: [...drafts] }
}

test('whatever happens in whatever order, at the end every tab shows what a fresh one shows, and all that was written is stored once and in order', async () => {
  const runs = fc.asyncProperty(fc.array(happening, { maxLength: 60, size: 'max' }), async happenings => {
    const world = new World()
    await world.begin()
    for (const event of happenings) await world.happens(event)
    world.device.offline = false
    world.device.server.cut()
    await passes(5000)
    // Another epoch voids what was open; a page opens it again.
    await Promise.all([...world.tabs.flatMap(client => [client.open('ab'), client.open('ac')]), passes(1000)])
    const stored = [0, 1].map(to => world.conversation(to).messages.filter(({ senderId }) => senderId === 'alice').map(({ clientId }) => clientId))
    for (const [to, ids] of stored.entries()) {
      const written = [...world.written[to]!.values()]
      expect(ids.toSorted()).toEqual(written.flat().toSorted())
      for (const ofOneTab of written) expect(ids.filter(id => ofOneTab.includes(id))).toEqual(ofOneTab)
    }
    const states = world.tabs.map(client => seen(client.state))
    for (const client of world.tabs) client.stop()
    const elsewhere = new Device(world.device.server)
    const fresh = await elsewhere.opened()
    await Promise.all([fresh.open('ab'), fresh.open('ac'), passes(2000)])
    for (const state of states) expect(state).toEqual(seen(fresh.state))
    fresh.stop()
  })
  await fc.assert(runs, { numRuns: 40, interruptAfterTimeLimit: 20_000, examples: [[HEALED_BY_NOTHING_ELSE]] })
}, 120_000)
