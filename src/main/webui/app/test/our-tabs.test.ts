// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import { OurTabs } from '../src/our-tabs'
import { FakeLocks } from './fake-locks'

let locks: LockManager
let looks: boolean

beforeEach(() => {
  locks = new FakeLocks() as unknown as LockManager
  looks = true
  vi.spyOn(document, 'hasFocus').mockImplementation(() => looks)
})

const settled = () => new Promise(resolve => setTimeout(resolve))

/** One document stands for all tabs, so an event reaches each of them. */
function happens(type: string, now: boolean) {
  looks = now
  window.dispatchEvent(type === 'pageshow' ? Object.assign(new Event(type), { persisted: true }) : new Event(type))
  return settled()
}

test('one of all tabs notifies, and another one when that is gone', async () => {
  const first = new OurTabs(locks)
  const second = new OurTabs(locks)
  await settled()
  expect([first.notifies, second.notifies]).toEqual([true, false])
  await happens('pagehide', false)
  expect([first.notifies, second.notifies]).toEqual([false, false])
  await happens('pageshow', true)
  expect([first.notifies, second.notifies].filter(Boolean)).toHaveLength(1)
})

test('a tab knows that somebody looks at another one, and when nobody does any more', async () => {
  new OurTabs(locks)
  await settled()
  looks = false
  const other = new OurTabs(locks)
  await settled()
  expect(await other.lookedAt()).toBe(true)
  await happens('blur', false)
  expect(await other.lookedAt()).toBe(false)
  await happens('focus', true)
  expect(await other.lookedAt()).toBe(true)
})

test('without Web Locks each tab stands for itself', async () => {
  const alone = new OurTabs(null as unknown as undefined)
  expect(alone.notifies).toBe(true)
  looks = false
  expect(await alone.lookedAt()).toBe(false)
})
