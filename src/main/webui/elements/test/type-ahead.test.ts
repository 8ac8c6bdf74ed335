// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { meeting, passes } from '../../sdk/test/setup'
import { focusedOf } from '../src/base/roving'
import { ChatList } from '../src/list/list'

let list: ChatList
let opened: string[]

beforeEach(async () => {
  const { server, client } = await meeting(1)
  for (const [id, name] of [['dave', 'Dave'], ['bea', 'Bea Ost'], ['bert', 'Bea Nord']] as const) {
    server.say(server.data.direct('alice', server.data.addUser(id, name).id, id), id, 'hi')
    await passes(1000)
  }
  list = new ChatList()
  list.client = client
  opened = []
  list.addEventListener('chat-open', event => opened.push(event.conversationId))
  document.body.replaceChildren(list)
  await passes(50)
  rows()[0]!.focus()
})

const rows = () => [...list.renderRoot.querySelectorAll<HTMLElement>('.row')]
const at = () => focusedOf(rows())?.dataset['id']

function press(key: string, more: KeyboardEventInit = {}) {
  focusedOf(rows())!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
}

// The list: bert "Bea Nord", bea "Bea Ost", dave, ab "Bob Meyer".

test('a letter goes to the next row of that letter, and round', () => {
  expect(at()).toBe('bert')
  const visited = ['b', 'b', 'b'].map(key => (press(key), at()))
  expect(visited).toEqual(['bea', 'ab', 'bert'])
})

test('several letters are the beginning of a name, with its spaces', () => {
  for (const key of 'bea o') press(key)
  expect(at()).toBe('bea')
  expect(opened).toEqual([])
})

test('after a pause another name begins, and a space chooses', async () => {
  press('b')
  await passes(900)
  press('d')
  expect(at()).toBe('dave')
  await passes(900)
  press(' ')
  expect(opened).toEqual(['dave'])
})

test('a shortcut is no letter', () => {
  press('d', { ctrlKey: true })
  expect(at()).toBe('bert')
})
