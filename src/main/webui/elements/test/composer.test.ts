// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { meeting, passes } from '../../sdk/test/setup'
import { ChatComposer } from '../src/composer/composer'

let composer: ChatComposer
let field: HTMLTextAreaElement
let sent: () => string[]

beforeEach(async () => {
  const { client, conversation } = await meeting()
  composer = new ChatComposer()
  composer.client = client
  composer.conversationId = 'ab'
  document.body.replaceChildren(composer)
  await passes(0)
  field = composer.renderRoot.querySelector('textarea')!
  sent = () => conversation.messages.map(message => message.body)
})

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
  expect(composer.renderRoot.querySelector('[role=alert]')?.textContent).toBe('The message is too long: 8,001 of 8,000 characters.')
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

test('it is called what people look for', () => {
  expect(field.getAttribute('aria-label')).toBe('Write a message')
  expect(composer.renderRoot.querySelector('button')!.getAttribute('aria-label')).toBe('Send')
})
