import { expect, test, vi } from 'vitest'
import { Follower } from '../src/tabs/follower'
import type { Group } from '../src/tabs/group'
import { passes } from './setup'

const WAITING = { name: 'connecting', since: 0, attempt: 0 } as const

/** A tab that has just joined and asked who leads. */
function joined() {
  vi.useFakeTimers()
  const group = { tab: 'this', isVisible: () => true, say: vi.fn(), steal: vi.fn() }
  const options = { url: '', getToken: async () => '', WebSocket: class {} as never, onState: () => {}, onEvent: () => {} }
  const follower = new Follower(options, group as unknown as Group, WAITING)
  follower.start()
  return { follower, group }
}

test('a leader that does not answer is replaced after a second', async () => {
  const { group } = joined()
  await passes(1000)
  expect(group.steal).toHaveBeenCalledTimes(1)
})

test('a leader that answers is not replaced', async () => {
  const { follower, group } = joined()
  group.say.mockImplementation(() => follower.hear({ type: 'state', term: 1, count: 1, state: WAITING }))
  await passes(500)
  follower.hear({ type: 'state', term: 1, count: 1, state: WAITING })
  await passes(60_000)
  expect(group.steal).not.toHaveBeenCalled()
})

test('a tab that slept asks once more before it takes the lead: the answer may be waiting', async () => {
  const { follower, group } = joined()
  vi.setSystemTime(Date.now() + 3_600_000)
  await passes(1000)
  expect(group.steal).not.toHaveBeenCalled()
  follower.hear({ type: 'state', term: 1, count: 1, state: WAITING })
  await passes(700)
  expect(group.steal).not.toHaveBeenCalled()
})

test('a tab whose timers are always late takes the lead all the same', async () => {
  const { group } = joined()
  vi.setSystemTime(Date.now() + 3_600_000)
  await passes(1000)
  vi.setSystemTime(Date.now() + 3_600_000)
  await passes(1000)
  expect(group.steal).toHaveBeenCalledTimes(1)
})
