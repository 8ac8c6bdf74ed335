import { expect, test, vi } from 'vitest'
import { Kept } from '../src/kept/kept'
import { Reading } from '../src/reading'
import { Rest } from '../src/rest'
import { EMPTY_STATE } from '../src/state/state'
import { Store } from '../src/store'
import { Windows } from '../src/windows'
import { FakeServer } from './fake/fake-server'

/** Alice, who opens a conversation of three messages for the first time in this page: its code comes as `load` has it. */
function firstTime(load: () => Promise<typeof import('../src/opened')>) {
  const server = new FakeServer()
  for (const name of ['alice', 'bob']) server.data.addUser(name, name)
  const conversation = server.data.direct('alice', 'bob', 'ab')
  for (const body of ['one', 'two', 'three']) server.data.store(conversation, 'bob', body)
  const store = new Store()
  store.update(state => ({ ...state, me: 'alice' }))
  const rest = new Rest('http://chat.test/api/chat/', async () => 'alice', server.fetch, () => {})
  const kept = new Kept('chat', () => {})
  const reading = new Reading(store, rest, new Windows(store), { keepPages: Pages => new Pages(store, kept, Promise.resolve()) }, load)
  const thread = () => store.state.threads.get('ab')
  return { server, store, reading, thread, bodies: () => thread()?.messages.map(({ body }) => body) }
}

const code = () => import('../src/opened')

test('a conversation is said to be loading while only the code for it is, and is loaded then', async () => {
  const { reading, thread, bodies } = firstTime(code)
  const opening = reading.open('ab')
  expect(thread()).toMatchObject({ loading: 'window', messages: [] })
  await opening
  expect(bodies()).toEqual(['one', 'two', 'three'])
  expect(thread()).toMatchObject({ loading: undefined, failed: undefined })
})

test('a conversation that is opened twice while the code comes is loaded once', async () => {
  const { server, reading, bodies } = firstTime(code)
  await Promise.all([reading.open('ab'), reading.open('ab')])
  expect(bodies()).toHaveLength(3)
  expect(server.requests.filter(path => path.includes('/ab/'))).toHaveLength(1)
})

test('code that does not come is a conversation that could not be loaded, and the next try loads both', async () => {
  const load = vi.fn(code).mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
  const { reading, thread, bodies } = firstTime(load)
  await reading.open('ab')
  expect(thread()).toMatchObject({ loading: undefined, failed: 'window' })
  await reading.open('ab')
  expect(bodies()).toEqual(['one', 'two', 'three'])
  expect(thread()!.failed).toBeUndefined()
})

test.each(['comes', 'does not come'])('who has signed out before the code %s has asked for nothing, and leaves nothing', async what => {
  const { server, store, reading } = firstTime(what === 'comes' ? code : () => Promise.reject(new Error('404')))
  const opening = reading.open('ab')
  store.update(() => EMPTY_STATE)
  await opening
  expect(server.requests).toEqual([])
  expect(store.state).toBe(EMPTY_STATE)
})
