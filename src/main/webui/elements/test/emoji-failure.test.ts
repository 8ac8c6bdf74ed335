// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import { meeting, passes } from '../../sdk/test/setup'
import { ChatComposer } from '../src/composer/composer'
import * as data from '../src/composer/emoji-data'
import '../src/composer/emoji-picker'

vi.mock('../src/composer/emoji-data', async original => {
  const { loadEmoji, ...rest } = await original<typeof data>()
  return { ...rest, loadEmoji: vi.fn(loadEmoji) }
})

let composer: ChatComposer
const told: string[] = []

beforeEach(async () => {
  const { client } = await meeting()
  told.length = 0
  composer = new ChatComposer()
  composer.addEventListener('chat-tell', event => told.push(event.text))
  Object.assign(composer, { client, conversationId: 'ab' })
  document.body.replaceChildren(composer)
  vi.mocked(data.loadEmoji).mockRejectedValueOnce(new TypeError('Failed to fetch'))
  await passes(0)
  button('.emoji').click()
  await vi.waitFor(() => expect(one('.no-emoji')).not.toBeNull())
  await passes(0)
})

const one = (selector: string) => composer.renderRoot.querySelector<HTMLElement>(selector)
const button = (selector: string) => one(selector) as HTMLButtonElement

test('that the emoji could not be loaded is seen, heard, and can be tried again at once', async () => {
  expect(one('.no-emoji p')!.textContent).toBe('The emoji could not be loaded.')
  expect(told).toEqual(['The emoji could not be loaded.'])
  expect(composer.shadowRoot!.activeElement).toBe(button('.no-emoji .button'))
  vi.mocked(data.loadEmoji).mockRejectedValueOnce(new TypeError('Failed to fetch'))
  button('.no-emoji .button').click()
  await vi.waitFor(() => expect(told).toHaveLength(2))
  button('.no-emoji .button').click()
  await vi.waitFor(() => expect(one('chat-emoji-picker')).not.toBeNull())
  expect(one('.no-emoji')).toBeNull()
})

test('Escape closes it, and gives the cursor back', async () => {
  button('.no-emoji .button').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }))
  await passes(0)
  expect(one('.no-emoji')).toBeNull()
  expect(composer.shadowRoot!.activeElement).toBe(one('textarea'))
})
