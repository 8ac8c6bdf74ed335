import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import type { ChatClient } from '../src/client'
import type { FakeConversation } from './fake/fake-data'
import type { FakeServer } from './fake/fake-server'
import { meeting, passes } from './setup'

afterEach(() => vi.useRealTimers())

const step = fc.oneof(
  fc.record({ do: fc.constant('jump' as const), to: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ do: fc.constantFrom('open', 'older', 'newer', 'latest', 'cut', 'fail', 'lose') }),
  fc.record({ do: fc.constantFrom('dropOldest', 'dropNewest'), count: fc.nat(60) }),
  fc.record({ do: fc.constantFrom('say', 'write', 'edit'), count: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 400 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** The only message changes after its conversation could not be opened: once it looked like a window of its own. */
const CHANGED_UNOPENED: [number, Step[]] = [1, [{ do: 'fail' }, { do: 'wait', ms: 1 }, { do: 'edit', count: 1 }]]

/** One's own message is stored while an older place is loaded: once it hung for ever. */
const STORED_MEANWHILE: [number, Step[]] = [50, [
  { do: 'jump', to: 0 }, { do: 'write', count: 1 }, { do: 'wait', ms: 1 }, { do: 'say', count: 30 }, { do: 'say', count: 18 }, { do: 'write', count: 1 },
]]

function play(next: Step, client: ChatClient, server: FakeServer, conversation: FakeConversation): void {
  const count = 'count' in next ? next.count : 0
  switch (next.do) {
    case 'jump':
      return void client.open('ab', { seq: 1 + Math.floor(('to' in next ? next.to : 0) * (conversation.messages.length - 1)) })
    case 'open':
      return void client.open('ab')
    case 'older':
      return void client.loadOlder('ab')
    case 'newer':
      return void client.loadNewer('ab')
    case 'latest':
      return void client.loadLatest('ab')
    case 'dropOldest':
      return client.dropMessages('ab', 'oldest', count)
    case 'dropNewest':
      return client.dropMessages('ab', 'newest', count)
    case 'cut':
      return server.cut()
    case 'fail':
      return void (server.failRest = !server.failRest)
    case 'lose':
      return void server.data.store(conversation, 'bob', 'lost')
    case 'say':
      for (let n = 0; n < count; n++) server.say(conversation, 'bob', 'said')
      return
    case 'write':
      return client.send('ab', 'written')
    case 'edit': {
      const edited = conversation.messages[(count * 37) % conversation.messages.length]!
      Object.assign(edited, { body: 'edited', version: ++conversation.version })
      return server.publish({ ...edited })
    }
  }
}

/** The window is gap-free, and each of its rows is the service's; edits that were on their way when the connection was cut excepted. */
function check(client: ChatClient, conversation: FakeConversation, exactly: boolean): void {
  const thread = client.state.threads.get('ab')
  if (!thread || thread.messages.length === 0) return
  const first = thread.messages[0]!.seq
  const stored = conversation.messages.slice(first - 1, first - 1 + thread.messages.length)
  expect(thread.messages.map(({ id, seq }) => ({ id, seq }))).toEqual(stored.map(({ id, seq }) => ({ id, seq })))
  if (exactly) expect(thread.messages.map(({ body }) => body)).toEqual(stored.map(({ body }) => body))
  expect(thread.hasOlder).toBe(first > 1)
  expect(thread.messages.length).toBeLessThanOrEqual(600)
}

test('any order of pages, events, jumps, drops and cuts leaves a window without a gap, whose rows are the service\'s', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 400 }), fc.array(step, { maxLength: 40 }), async (length, steps) => {
      const { server, conversation, client } = await meeting(length)
      client.show('ab')
      void client.open('ab')
      for (const next of steps) {
        if (next.do === 'wait') await passes('ms' in next ? next.ms : 0)
        else play(next, client, server, conversation)
        check(client, conversation, false)
      }
      server.failRest = false
      await passes(70_000)
      server.say(conversation, 'bob', 'last')
      await passes(5000)
      await Promise.all([client.open('ab'), passes(1000)])
      const settled = client.state.threads.get('ab')!
      check(client, conversation, !steps.some(({ do: what }) => what === 'cut'))
      // A window that follows the conversation has reached its end, and nothing of one's own hangs.
      if (!settled.hasNewer) expect(settled.messages.at(-1)!.seq).toBe(conversation.messages.length)
      expect(client.state.outgoing).toEqual([])
      client.stop()
    }),
    { numRuns: 60, examples: [CHANGED_UNOPENED, STORED_MEANWHILE] },
  )
}, 30_000)
