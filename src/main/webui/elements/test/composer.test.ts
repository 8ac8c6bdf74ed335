// @vitest-environment happy-dom
import type { ChatClient } from '@eplatform/chat'
import { beforeEach, expect, test } from 'vitest'
import type { FakeServer } from '../../sdk/test/fake/fake-server'
import { meeting, passes } from '../../sdk/test/setup'
import { ChatComposer } from '../src/composer/composer'

let composer: ChatComposer
let field: HTMLTextAreaElement
let sent: () => string[]

let server: FakeServer
let client: ChatClient

beforeEach(async () => {
  const talk = await meeting()
  const { conversation } = talk
  ;({ server, client } = talk)
  await show()
  sent = () => conversation.messages.map(message => message.body)
})

/** Shows another composer in place of the one before, as a page does that leaves a conversation and comes back. */
async function show(conversationId = 'ab') {
  composer = new ChatComposer()
  composer.client = client
  composer.conversationId = conversationId
  document.body.replaceChildren(composer)
  await passes(0)
  field = composer.renderRoot.querySelector('textarea')!
}

async function type(text: string) {
  field.value = text
  field.dispatchEvent(new Event('input'))
  await passes(0)
}

async function press(key: string, init: KeyboardEventInit & { keyCode?: number } = {}) {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, ...init })
  if (init.keyCode !== undefined) Object.defineProperty(event, 'keyCode', { value: init.keyCode })
  field.dispatchEvent(event)
  await passes(20)
}

test('Enter sends and empties the field', async () => {
  await type('hello')
  await press('Enter')
  expect(sent()).toEqual(['hello'])
  expect(field.value).toBe('')
})

test('Shift and Enter do not send', async () => {
  await type('hello')
  await press('Enter', { shiftKey: true })
  expect(sent()).toEqual([])
})

test('Enter never sends while an input method composes', async () => {
  await type('にほん')
  await press('Enter', { isComposing: true })
  await press('Enter', { keyCode: 229 })
  expect(sent()).toEqual([])
})

test('the Enter that ends a composition does not send, although Safari ends it first; the next one does', async () => {
  await type('日本')
  field.dispatchEvent(new Event('compositionend'))
  await press('Enter')
  expect(sent()).toEqual([])
  await passes(200)
  await press('Enter')
  expect(sent()).toEqual(['日本'])
})

test('blank text is not sent', async () => {
  await type('  \n ')
  await press('Enter')
  expect(sent()).toEqual([])
})

test('a text over 8,000 code points is refused, and says so', async () => {
  await type('😀'.repeat(8001))
  await press('Enter')
  expect(sent()).toEqual([])
  expect(field.value).not.toBe('')
  expect(composer.renderRoot.querySelector('#complaint')?.textContent).toBe('The message is too long: 8,001 of 8,000 characters.')
  const alert = composer.renderRoot.querySelector('[role=alert]')!.textContent
  await type('😀'.repeat(8002))
  expect(composer.renderRoot.querySelector('#complaint')?.textContent).toMatch('8,002')
  expect(composer.renderRoot.querySelector('[role=alert]')!.textContent).toBe(alert)
  await type('😀'.repeat(8000))
  await press('Enter')
  expect(sent()).toHaveLength(1)
})

test('each conversation keeps its own text', async () => {
  await type('for Bob')
  composer.conversationId = 'ac'
  await passes(0)
  expect(field.value).toBe('')
  await type('for Carol')
  composer.conversationId = 'ab'
  await passes(0)
  expect(field.value).toBe('for Bob')
})

test('a text outlives its field', async () => {
  await type('for Bob')
  document.body.replaceChildren()
  await show()
  expect(field.value).toBe('for Bob')
  await show('ac')
  expect(field.value).toBe('')
})

test('what was sent is not offered again', async () => {
  await type('for Bob')
  await press('Enter')
  await show()
  expect(field.value).toBe('')
})

test('a field that goes away ends the typing', async () => {
  await type('for Bob')
  document.body.replaceChildren()
  await passes(20)
  const said = server.received.filter(command => command.type === 'typing')
  expect(said.map(command => command.active)).toEqual([true, false])
})

test('it is called what people look for', () => {
  expect(field.getAttribute('aria-label')).toBe('Write a message')
  expect(composer.renderRoot.querySelector('.send')!.getAttribute('aria-label')).toBe('Send')
})

test('while too many messages wait, the text stays in the field and it says so; with room again it goes', async () => {
  server.refuseConnections = true
  server.cut()
  for (let n = 0; n < 1000; n++) client.send('ab', `${n}`)
  await type('one more')
  await press('Enter')
  const alert = () => composer.renderRoot.querySelector('[role=alert]')?.textContent
  expect(field.value).toBe('one more')
  expect(client.state.drafts.get('ab')).toBe('one more')
  expect(alert()).toBe('Too many messages are waiting to be sent. Your text stays here.')
  await type('one more, then')
  expect(alert()).toBeDefined()
  client.discard(client.state.outgoing[0]!.clientId)
  await passes(20)
  expect(alert()).toBeUndefined()
  await press('Enter')
  expect(field.value).toBe('')
  expect(client.state.outgoing.at(-1)!.body).toBe('one more, then')
})
