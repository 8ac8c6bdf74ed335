// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import type { FakeServer } from '../../sdk/test/fake/fake-server'
import { meeting, passes } from '../../sdk/test/setup'
import { ChatList } from '../src/list/list'
import { ChatPeople } from '../src/list/people'

let server: FakeServer
let list: ChatList
let people: ChatPeople
let chosen: string[]

beforeEach(async () => {
  const talk = await meeting(1)
  const { client } = talk
  ;({ server } = talk)
  server.data.addUser('carol', 'Carol Diaz')
  server.data.addUser('carl', 'Carl Ott')
  server.latencyMs = 50
  list = new ChatList()
  people = new ChatPeople()
  chosen = []
  for (const element of [list, people]) {
    element.client = client
    element.addEventListener('chat-open', event => chosen.push(event.conversationId))
    element.addEventListener('chat-open-with', event => chosen.push(event.userId))
  }
  document.body.replaceChildren(list, people)
  await passes(0)
})

async function type(element: ChatList | ChatPeople, text: string) {
  const field = element.renderRoot.querySelector('input')!
  field.value = text
  field.dispatchEvent(new Event('input'))
  await passes(0)
}

async function enter(element: ChatList | ChatPeople) {
  element.renderRoot.querySelector('input')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  await passes(0)
}

const everyone = () => [list, people]

test('an Enter before the answer is there opens whom the answer finds, not who was found before', async () => {
  people.show()
  for (const element of everyone()) {
    chosen = []
    await type(element, 'car')
    await passes(500)
    await type(element, 'carol')
    await enter(element)
    expect(chosen).toEqual([])
    await passes(500)
    expect(chosen).toEqual(['carol'])
  }
})

test('the answer to an earlier key stroke does not carry out an Enter', async () => {
  people.show()
  for (const element of everyone()) {
    chosen = []
    await type(element, 'car')
    await passes(220)
    await type(element, 'carol')
    await enter(element)
    await passes(100)
    expect(chosen).toEqual([])
    await passes(500)
    expect(chosen).toEqual(['carol'])
  }
})

test('an Enter is forgotten when somebody types on', async () => {
  await type(list, 'carol')
  await enter(list)
  await type(list, 'car')
  await passes(500)
  expect(chosen).toEqual([])
})

test('an Enter in an empty field opens nobody', async () => {
  people.show()
  await passes(500)
  for (const element of everyone()) await enter(element)
  await passes(500)
  expect(chosen).toEqual([])
})

test('a search with few hits does not load the whole list', async () => {
  for (let n = 0; n < 12; n++) server.data.direct('alice', server.data.addUser(`user${n}`, `User ${n}`).id)
  server.data.largestPage = 5
  server.cut()
  server.epoch = 'second'
  await passes(5000)
  const scroller = list.renderRoot.querySelector('.scroller')!
  Object.defineProperties(scroller, { clientHeight: { value: 100 }, scrollHeight: { value: 50 } })
  server.requests.length = 0
  await type(list, 'bob')
  await passes(500)
  expect(server.requests.filter(request => request.includes('conversations'))).toEqual([])
  await type(list, '')
  await passes(500)
  expect(server.requests.filter(request => request.includes('conversations'))).not.toEqual([])
})

test('a chat that the search finds is opened at once', async () => {
  await type(list, 'bob')
  await enter(list)
  expect(chosen).toEqual(['ab'])
})

test('who searches too often is told when the search goes on, and it does', async () => {
  for (const element of everyone()) {
    if (element === people) people.show()
    await passes(1000)
    server.restRefusals.push({ code: 'rate_limited', retryAfterMs: 3000 })
    await type(element, 'carol')
    await passes(300)
    expect(shown(element)).toBe('Many searches in a short time. The search goes on in 3 seconds.')
    await passes(3100)
    expect(element.renderRoot.querySelectorAll('.row')).toHaveLength(1)
  }
})

test('a search that is too short for the directory asks for more of the name', async () => {
  for (const element of everyone()) {
    server.restRefusals.push({ code: 'query_too_short' })
    if (element === people) people.show()
    else await type(element, 'q')
    await passes(500)
    expect(shown(element)).toBe('Type more of the name to search.')
  }
})

function shown(element: ChatList | ChatPeople): string | undefined {
  return element.renderRoot.querySelector('.placeholder')?.textContent?.replace(/\s+/g, ' ').trim()
}
