// @vitest-environment happy-dom
import { setLanguage } from '@eplatform/chat-elements'
import { beforeEach, expect, test, vi } from 'vitest'
import type { FakeConversation } from '../../sdk/test/fake/fake-data'
import type { FakeServer } from '../../sdk/test/fake/fake-server'
import type { ChatClient } from '@eplatform/chat'
import { meeting, passes } from '../../sdk/test/setup'
import { showCount } from '../src/count'

let server: FakeServer
let client: ChatClient
let conversation: FakeConversation
const setAppBadge = vi.fn((_: number) => Promise.reject(new Error('not installed')))
const clearAppBadge = vi.fn(() => Promise.resolve())

beforeEach(async () => {
  ;({ server, client, conversation } = await meeting(1))
  document.head.innerHTML = '<link rel="icon" href="/chat/icon.svg">'
  Object.assign(navigator, { setAppBadge, clearAppBadge })
  setAppBadge.mockClear()
  showCount(client)
  await say(1)
})

async function say(count: number) {
  for (let n = 0; n < count; n++) server.say(conversation, 'bob', 'hi')
  await passes(200)
}

const icon = () => document.querySelector('link')!.getAttribute('href')

test('title, icon and the installed app count what is unread', async () => {
  expect(document.title).toBe('(2) Chat')
  expect(icon()).toBe('/chat/icons/2.svg')
  expect(setAppBadge).toHaveBeenLastCalledWith(2)
  client.markRead('ab', 2)
  await passes(200)
  expect(document.title).toBe('Chat')
  expect(icon()).toBe('/chat/icon.svg')
  expect(clearAppBadge).toHaveBeenCalled()
})

test('what is read as soon as it comes leaves title and icon alone', async () => {
  const titles: string[] = []
  const observer = new MutationObserver(() => titles.push(document.title))
  observer.observe(document.head, { childList: true, subtree: true, characterData: true, attributes: true })
  server.say(conversation, 'bob', 'hi')
  client.markRead('ab', 3)
  await passes(200)
  observer.disconnect()
  expect([titles, document.title]).toEqual([['Chat'], 'Chat'])
})

test('an icon has room for one digit, a title for two', async () => {
  await say(8)
  expect([document.title, icon()]).toEqual(['(10) Chat', '/chat/icons/more.svg'])
  await say(90)
  expect(document.title).toBe('(99+) Chat')
})

test('the title speaks the language of the page', async () => {
  await setLanguage({ locale: 'fr', words: { chat: 'Discussion' } })
  expect(document.title).toBe('(2) Discussion')
  await setLanguage({ locale: 'en' })
  expect(document.title).toBe('(2) Chat')
})

test('every icon that is named is there', async () => {
  const { existsSync } = await import('node:fs')
  for (const name of [1, 2, 3, 4, 5, 6, 7, 8, 9, 'more']) expect(existsSync(`public/icons/${name}.svg`)).toBe(true)
})
