// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeServer } from '../../sdk/test/fake/fake-server'
import { meeting, passes } from '../../sdk/test/setup'
import { ChatList } from '../src/list/list'

let server: FakeServer
let list: ChatList

beforeEach(async () => {
  const talk = await meeting(1)
  ;({ server } = talk)
  for (const id of ['carol', 'dave']) await says(id)
  list = new ChatList()
  list.client = talk.client
  document.body.replaceChildren(list)
  await passes(50)
})

afterEach(() => list.remove())

async function says(id: string) {
  if (!server.data.users.has(id)) server.data.addUser(id, id)
  server.say(server.data.direct('alice', id, id), id, 'hi')
  await passes(1000)
}

const order = () => [...list.renderRoot.querySelectorAll<HTMLElement>('.row')].map(row => row.dataset['id'])

function point(type: string, pointerType = 'mouse') {
  list.renderRoot.querySelector('.scroller')!.dispatchEvent(new PointerEvent(type, { pointerType }))
}

test('the newest activity is first', async () => {
  expect(order()).toEqual(['dave', 'carol', 'ab'])
  await says('carol')
  expect(order()).toEqual(['carol', 'dave', 'ab'])
})

test('no row moves under the pointer, and none is put above it; all is in order when it leaves', async () => {
  point('pointerenter')
  await says('carol')
  await says('erin')
  expect(order()).toEqual(['dave', 'carol', 'ab'])
  point('pointerleave')
  await passes(0)
  expect(order()).toEqual(['erin', 'carol', 'dave', 'ab'])
})

test('a pointer that rests aims at nothing', async () => {
  point('pointermove')
  await says('carol')
  await passes(10_000)
  expect(order()).toEqual(['carol', 'dave', 'ab'])
})

test('a finger holds nothing', async () => {
  point('pointerenter', 'touch')
  await says('carol')
  expect(order()).toEqual(['carol', 'dave', 'ab'])
})

test('older conversations that are loaded follow at the end while the order is held', async () => {
  point('pointerenter')
  server.data.direct('alice', server.data.addUser('frank', 'Frank').id, 'frank').createdAt = '2020-01-01T00:00:00Z'
  server.cut()
  await passes(5000)
  point('pointermove')
  expect(order()).toEqual(['dave', 'carol', 'ab', 'frank'])
})

test('what is opened is in its place at once', async () => {
  point('pointerenter')
  await says('erin')
  list.selected = 'erin'
  await passes(0)
  expect(order()).toEqual(['erin', 'dave', 'carol', 'ab'])
})

test('the neighbours of the open conversation are those that stand beside it', async () => {
  expect(list.neighbour(1)).toBe('dave')
  list.selected = 'carol'
  await passes(0)
  expect([list.neighbour(-1), list.neighbour(1)]).toEqual(['dave', 'ab'])
  list.client!.markRead('ab', 1)
  expect(list.neighbour(1, true)).toBeUndefined()
  expect(list.neighbour(-1, true)).toBe('dave')
})
