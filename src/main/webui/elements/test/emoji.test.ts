// @vitest-environment happy-dom
import type { ChatClient } from '@eplatform/chat'
import { beforeEach, expect, test, vi } from 'vitest'
import { meeting, passes } from '../../sdk/test/setup'
import { ChatComposer } from '../src/composer/composer'
import { loadEmoji, search, toned } from '../src/composer/emoji-data'
import { recentEmoji } from '../src/composer/emoji-memory'
import type { ChatEmojiPicker } from '../src/composer/emoji-picker'

let composer: ChatComposer
let client: ChatClient

beforeEach(async () => {
  localStorage.clear()
  await Promise.all([import('../src/composer/emoji-picker'), loadEmoji()])
  ;({ client } = await meeting())
  composer = new ChatComposer()
  composer.client = client
  composer.conversationId = 'ab'
  document.body.replaceChildren(composer)
  await passes(0)
})

const field = () => composer.renderRoot.querySelector('textarea')!
const button = () => composer.renderRoot.querySelector<HTMLElement>('.emoji')!
const picker = () => composer.renderRoot.querySelector<ChatEmojiPicker>('chat-emoji-picker')
const names = () => [...picker()!.renderRoot.querySelectorAll('.one')].map(one => one.getAttribute('aria-label'))
const one = (name: string) => picker()!.renderRoot.querySelector<HTMLElement>(`.one[aria-label="${name}"]`)!

async function open() {
  button().click()
  await vi.waitFor(() => expect(picker()).not.toBeNull())
  await passes(0)
}

async function type(text: string) {
  const sought = picker()!.renderRoot.querySelector('input')!
  sought.value = text
  sought.dispatchEvent(new Event('input'))
  await passes(0)
}

function press(target: Element, key: string): boolean {
  return target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }))
}

test('the picker is there when it is asked for, and not before', async () => {
  expect(picker()).toBeNull()
  await open()
  expect(button().getAttribute('aria-expanded')).toBe('true')
  expect(names()).toContain('grinning face')
  button().click()
  await passes(0)
  expect(picker()).toBeNull()
})

test('a chosen emoji stands where the cursor was, and one goes on writing after it', async () => {
  field().value = 'good  day'
  field().dispatchEvent(new Event('input'))
  field().setSelectionRange(5, 5)
  await open()
  one('grinning face').click()
  await passes(0)
  expect(field().value).toBe('good 😀 day')
  expect(client.state.drafts.get('ab')).toBe('good 😀 day')
  expect(picker()).toBeNull()
  expect(composer.shadowRoot!.activeElement).toBe(field())
})

test('with Shift another one can follow', async () => {
  await open()
  one('grinning face').dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true }))
  await passes(0)
  expect(picker()).not.toBeNull()
})

test('what was chosen last comes first the next time', async () => {
  await open()
  await type('rocket')
  one('rocket').click()
  await passes(0)
  field().blur()
  await open()
  expect(names()).toEqual(['rocket'])
  expect(recentEmoji()).toEqual(['🚀'])
})

test('Escape closes the picker, gives the cursor back, and is nobody else\'s then', async () => {
  await open()
  const heard = vi.fn()
  document.addEventListener('keydown', heard)
  press(picker()!.renderRoot.querySelector('input')!, 'Escape')
  document.removeEventListener('keydown', heard)
  await passes(0)
  expect(picker()).toBeNull()
  expect(composer.shadowRoot!.activeElement).toBe(field())
  expect(heard).not.toHaveBeenCalled()
})

test('Enter in the search takes the first that was found', async () => {
  await open()
  await type('pizza')
  press(picker()!.renderRoot.querySelector('input')!, 'Enter')
  await passes(0)
  expect(field().value).toBe('🍕')
})

test('emoji are found by the beginnings of words in their names, then by what else they are called', async () => {
  const all = await loadEmoji()
  expect(search(all, 'grin fa')[0]!.annotation).toBe('grinning face')
  expect(search(all, 'lol').map(entry => entry.annotation)).toContain('face with tears of joy')
  expect(search(all, 'qqqq')).toEqual([])
})

test('a skin tone is that of everybody in the picture, and of those who have one', async () => {
  const all = await loadEmoji()
  const named = (name: string) => all.find(({ annotation }) => annotation === name)!
  expect(toned(named('waving hand'), 3)).toBe('👋🏽')
  expect(toned(named('waving hand'), 0)).toBe('👋')
  expect(toned(named('pizza'), 3)).toBe('🍕')
  expect(toned(named('handshake'), 1)).toBe('🤝🏻')
})

test('a text that was kept is gone on with at its end', async () => {
  client.draft('ac', 'half a thought')
  composer.conversationId = 'ac'
  await passes(0)
  expect(field().value).toBe('half a thought')
  expect(field().selectionStart).toBe(14)
})
