// @vitest-environment happy-dom
import type { ChatClient } from '@eplatform/chat'
import { beforeEach, expect, test, vi } from 'vitest'
import type { FakeServer } from '../../sdk/test/fake/fake-server'
import { meeting, passes } from '../../sdk/test/setup'
import { ChatApp } from '../src/shell/app'
import { shortcutOf } from '../src/shell/shortcuts'
import { find } from './find'

let app: ChatApp
let client: ChatClient
let server: FakeServer

beforeEach(async () => {
  ;({ client, server } = await meeting(1))
  for (const id of ['carol', 'dave']) await says(id)
  app = new ChatApp()
  app.client = client
  app.shortcuts = true
  // These tests have no layout.
  vi.spyOn(HTMLElement.prototype, 'checkVisibility').mockReturnValue(true)
  app.addEventListener('chat-open', event => (app.conversationId = event.conversationId))
  document.body.replaceChildren(app)
  await passes(50)
})

async function says(id: string) {
  if (!server.data.users.has(id)) server.data.addUser(id, id)
  server.say(server.data.direct('alice', id, id), id, 'hi')
  await passes(1000)
}

function focused(): Element | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element
}

async function press(key: string, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more })
  ;(focused() ?? document.body).dispatchEvent(event)
  await passes(50)
  return event.defaultPrevented
}

const one = (selector: string) => find(app, selector)[0] as HTMLElement

test.each([
  ['k', { ctrlKey: true }, 'search'],
  ['K', { metaKey: true }, 'search'],
  ['k', {}, undefined],
  ['/', { ctrlKey: true, shiftKey: true }, 'help'],
  ['/', {}, undefined],
  ['ArrowDown', { altKey: true }, 'next'],
  ['ArrowUp', { altKey: true, shiftKey: true }, 'previousUnread'],
  ['ArrowDown', {}, undefined],
  ['F6', {}, 'nextPane'],
  ['F6', { shiftKey: true }, 'previousPane'],
] as const)('%s with %o is %s', (key, more, shortcut) => {
  expect(shortcutOf(new KeyboardEvent('keydown', { key, ...more }))).toBe(shortcut)
})

test('Ctrl+K leads to the search, from wherever one writes', async () => {
  app.conversationId = 'ab'
  await passes(50)
  expect(focused()).toBe(one('textarea'))
  await press('k', { ctrlKey: true })
  expect(focused()).toBe(one('input[type=search]'))
})

test('Alt with the arrows opens the next and the previous chat, with Shift those with something unread', async () => {
  await press('ArrowDown', { altKey: true })
  expect(app.conversationId).toBe('dave')
  await press('ArrowDown', { altKey: true })
  expect(app.conversationId).toBe('carol')
  client.markRead('ab', 1)
  await says('dave')
  await press('ArrowUp', { altKey: true, shiftKey: true })
  expect(app.conversationId).toBe('dave')
})

test('F6 goes round through list, conversation and what came up, and back with Shift', async () => {
  app.conversationId = 'ab'
  await passes(7000)
  await says('carol')
  const visited: (string | undefined)[] = []
  const visit = async (more?: KeyboardEventInit) => {
    await press('F6', more)
    visited.push(focused()?.localName)
  }
  for (let n = 0; n < 4; n++) await visit()
  expect(visited).toEqual(['section', 'div', 'textarea', 'section'])
  await visit({ shiftKey: true })
  expect(visited.at(-1)).toBe('textarea')
})

test('Ctrl+/ lists the keys', async () => {
  expect(find(app, 'dialog[open]')).toEqual([])
  await press('/', { ctrlKey: true })
  expect(one('dialog[open] h2').textContent).toBe('Keyboard shortcuts')
  const lines = find(app, 'dialog[open] dl > div').map(line => line.textContent)
  expect(lines).toContain('Find a chat or a personCtrlK')
})

test('on somebody else\'s page the keys are that page\'s', async () => {
  app.shortcuts = false
  expect(await press('k', { ctrlKey: true })).toBe(false)
})
