// @vitest-environment happy-dom
import type { ChatClient } from '@eplatform/chat'
import { beforeEach, expect, test, vi } from 'vitest'
import type { FakeConversation } from '../../sdk/test/fake/fake-data'
import type { FakeServer } from '../../sdk/test/fake/fake-server'
import { clientOf, meeting, passes } from '../../sdk/test/setup'
import { ChatToasts } from '../src/shell/toasts'

let server: FakeServer
let client: ChatClient
let conversation: FakeConversation
let toasts: ChatToasts

beforeEach(async () => {
  ;({ server, client, conversation } = await meeting(1))
  toasts = new ChatToasts()
  toasts.client = client
  document.body.replaceChildren(toasts)
  await passes(50)
})

const cards = () => [...toasts.renderRoot.querySelectorAll<HTMLElement>('.toast')]
const texts = () => cards().map(card => card.textContent!.replace(/\s+/g, ' ').trim())
const button = (selector: string) => toasts.renderRoot.querySelector<HTMLElement>(selector)!

async function says(id: string, text = 'hi') {
  if (!server.data.users.has(id)) server.data.addUser(id, id)
  server.say(server.data.direct('alice', id, id), id, text)
  await passes(50)
}

test('nothing that was there before is told', () => {
  expect(cards()).toEqual([])
})

test('what was kept from another day and has gone on since is told by the list alone', async () => {
  const early = clientOf(server, 'alice')
  server.restRefusals.push({ code: 'busy', retryAfterMs: 1000 })
  toasts.client = early
  early.start()
  await passes(3000)
  expect(early.state.conversations.size).toBe(1)
  expect(cards()).toEqual([])
})

test('a message elsewhere says who wrote what, and opens the conversation', async () => {
  await says('bob', 'are you\nthere?')
  expect(texts()).toEqual(['Bob Meyer are you there?'])
  let opened = ''
  toasts.addEventListener('chat-open', event => (opened = event.conversationId))
  button('.open').click()
  await passes(0)
  expect(opened).toBe('ab')
  expect(cards()).toEqual([])
})

test('several of one conversation are one', async () => {
  await says('bob')
  await says('bob')
  expect(texts()).toEqual(['Bob Meyer 2 new messages'])
})

test('of the conversation in view, and of what I write on another device, nothing is told', async () => {
  toasts.conversationId = 'ab'
  await says('bob')
  server.say(server.data.direct('alice', server.data.addUser('carol', 'Carol').id, 'ac'), 'alice', 'from my phone')
  await passes(50)
  expect(cards()).toEqual([])
})

test('what is read elsewhere meanwhile is told no longer', async () => {
  await says('bob')
  expect(cards()).toHaveLength(1)
  client.markRead('ab', conversation.messages.length)
  await passes(50)
  expect(cards()).toEqual([])
})

test('it goes after 6 s, but not under the pointer', async () => {
  await says('bob')
  button('section').dispatchEvent(new PointerEvent('pointerenter'))
  await passes(60_000)
  expect(cards()).toHaveLength(1)
  button('section').dispatchEvent(new PointerEvent('pointerleave'))
  await passes(5900)
  expect(cards()).toHaveLength(1)
  await passes(200)
  expect(cards()).toEqual([])
})

test('at most three stand at a time, the newest ones', async () => {
  for (const id of ['bob', 'carol', 'dave', 'erin']) await says(id, `from ${id}`)
  expect(texts()).toEqual(['carol from carol', 'dave from dave', 'erin from erin'])
})

test('of what came while the connection was away, too, the newest three are told', async () => {
  const ids = ['carol', 'dave', 'erin', 'frank']
  for (const id of ids) await says(id)
  await passes(7000)
  server.refuseConnections = true
  server.cut()
  for (const id of ids) await says(id)
  server.refuseConnections = false
  while (texts().length < 3) await passes(100)
  await passes(100)
  expect(texts()).toHaveLength(3)
})

test('a tab that is not in view tells nothing', async () => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  await says('bob')
  expect(cards()).toEqual([])
})

test('a message that was not sent can be sent again from there, and is told no longer then', async () => {
  server.refusals.push({ code: 'forbidden' })
  client.send('ab', 'mine')
  await passes(50)
  expect(texts()).toEqual(['Bob Meyer Not sent: mine Try again'])
  button('.quiet').click()
  await passes(50)
  expect(cards()).toEqual([])
  expect(conversation.messages.at(-1)!.body).toBe('mine')
})

test('that a lasting interruption is over is told, and of a short one nothing; that the connection is away says the bar', async () => {
  server.cut()
  await passes(20_000)
  expect(cards()).toEqual([])
  const told: string[] = []
  toasts.addEventListener('chat-tell', event => told.push(event.text))
  server.refuseConnections = true
  server.cut()
  await passes(2100)
  expect(cards()).toEqual([])
  server.refuseConnections = false
  await passes(3000)
  while (client.state.connection.name !== 'connected') await passes(1000)
  await passes(10)
  expect(texts()).toEqual(['Connected again.'])
  expect(told).toEqual(['Connected again.'])
  server.refuseConnections = true
  server.cut()
  await passes(10)
  expect(cards()).toEqual([])
})

test('by the keyboard: Escape dismisses, and the focus goes on to the next one and then back', async () => {
  const field = document.createElement('input')
  document.body.append(field)
  field.focus()
  await says('bob')
  await says('carol')
  toasts.focus()
  button('section').dispatchEvent(new FocusEvent('focusin', { relatedTarget: field }))
  button('.open').focus()
  const escape = () => toasts.shadowRoot!.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  escape()
  await passes(0)
  expect(texts()).toEqual(['carol hi'])
  expect(toasts.shadowRoot!.activeElement).toBe(button('.open'))
  escape()
  await passes(0)
  expect(cards()).toEqual([])
  expect(document.activeElement).toBe(field)
})
