// @vitest-environment happy-dom
import type { ChatClient } from '@eplatform/chat'
import { beforeEach, expect, test } from 'vitest'
import type { FakeServer } from '../../sdk/test/fake/fake-server'
import { meeting, passes } from '../../sdk/test/setup'
import { focusedOf } from '../src/base/roving'
import { ChatList } from '../src/list/list'
import { ChatPeople } from '../src/list/people'
import { ChatHistory } from '../src/thread/history'

let server: FakeServer
let client: ChatClient

beforeEach(async () => {
  ;({ server, client } = await meeting(3))
  for (const [id, name] of [['carol', 'Carol Diaz'], ['dave', 'Dave']] as const) {
    server.data.addUser(id, name)
    server.say(server.data.direct('alice', id, id), id, 'hi')
    await passes(1000)
  }
})

async function shown<E extends ChatList | ChatPeople | ChatHistory>(element: E): Promise<E> {
  element.client = client
  document.body.replaceChildren(element)
  await passes(50)
  return element
}

function press(target: Element, key: string): boolean {
  return target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }))
}

const items = (element: ChatList | ChatPeople | ChatHistory) => [...element.renderRoot.querySelectorAll<HTMLElement>('.row, .message')]
const stops = (element: ChatList | ChatPeople | ChatHistory) => items(element).filter(item => item.tabIndex === 0)
const focused = (element: ChatList | ChatPeople | ChatHistory) => focusedOf(items(element))

test('the list is one stop of the Tab key, whatever moves or goes', async () => {
  const list = await shown(new ChatList())
  expect(stops(list)).toEqual([items(list)[0]])
  press(list.renderRoot.querySelector('input')!, 'ArrowDown')
  press(focused(list)!, 'ArrowDown')
  expect(stops(list)).toEqual([items(list)[1]])
  server.say(server.data.conversations.get('ab')!, 'bob', 'to the top')
  await passes(50)
  expect(stops(list)).toHaveLength(1)
  const field = list.renderRoot.querySelector('input')!
  field.value = 'dave'
  field.dispatchEvent(new Event('input'))
  await passes(500)
  expect(stops(list)).toEqual(items(list))
})

test('the open conversation is where the Tab key stops', async () => {
  const list = await shown(new ChatList())
  list.selected = 'ab'
  await passes(50)
  expect(stops(list).map(row => row.dataset['id'])).toEqual(['ab'])
})

test('the directory is one stop of the Tab key', async () => {
  const people = await shown(new ChatPeople())
  people.show()
  await passes(500)
  expect(items(people)).toHaveLength(3)
  expect(stops(people)).toEqual([items(people)[0]])
})

test('arrows go through the messages only from a message', async () => {
  const history = new ChatHistory()
  history.conversationId = 'ab'
  await shown(history)
  expect(stops(history)).toEqual([items(history)[2]])
  const scroller = history.renderRoot.querySelector('.scroller')!
  expect(press(scroller, 'ArrowUp')).toBe(true)
  expect(focused(history)).toBeUndefined()
  stops(history)[0]!.focus()
  press(stops(history)[0]!, 'ArrowUp')
  expect(focused(history)).toBe(items(history)[1])
  expect(stops(history)).toEqual([items(history)[1]])
})
