// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { h, render } from 'vue'
import type { FakeConversation } from '../../../sdk/test/fake/fake-data'
import type { FakeServer } from '../../../sdk/test/fake/fake-server'
import { passes } from '../../../sdk/test/setup'
import { Embedding } from '../../src/embed/embedding'
import { page, sdkAt } from './around'

let server: FakeServer
let conversation: FakeConversation
const chat = new Embedding('https://chat.test/chat/elements.js', async () => sdkAt(server))

beforeAll(async () => {
  // The elements join the chat that is there.
  window.eplatformChat = chat
  await import('../../src/embed/index')
})

beforeEach(async () => {
  ;({ server, conversation } = page())
})

afterEach(async () => {
  document.body.replaceChildren()
  await chat.logout()
})

async function shown(markup: string, signedIn = true): Promise<HTMLElement> {
  if (signedIn) await chat.identify(() => 'alice')
  const [name, ...attributes] = markup.split(' ')
  const element = document.createElement(name!)
  for (const attribute of attributes) element.setAttribute(attribute.split('=')[0]!, attribute.split('=')[1] ?? '')
  document.body.append(element)
  await passes(100)
  return element
}

/** What a reader hears of it: what is shown, without what is hidden from readers or from everybody. */
function heard(element: HTMLElement): string {
  const texts = (node: Node): string => {
    if (node.nodeType === 3) return node.textContent!
    if (node instanceof HTMLElement && (node.hidden || node.getAttribute('aria-hidden') === 'true')) return ''
    return (node instanceof HTMLElement && node.getAttribute('aria-label')) || [...node.childNodes].map(texts).join('')
  }
  return texts(element.shadowRoot!).trim()
}

const button = (element: HTMLElement) => element.shadowRoot!.querySelector('a')!

test('presence is a dot and a text, and follows the person', async () => {
  const presence = await shown('chat-presence user=bob')
  expect(heard(presence)).toBe('online')
  expect(presence.shadowRoot!.querySelector('.dot.online')).not.toBeNull()
  server.setOnline('bob', false)
  await passes(100)
  expect(heard(presence)).toMatch(/^last seen|^offline|^just now/)
  expect(presence.shadowRoot!.querySelector('.dot.online')).toBeNull()
})

test('without a connection it is said that nothing is known, once that lasts', async () => {
  const presence = await shown('chat-presence user=bob')
  const talk = await shown('chat-with user=bob')
  server.refuseConnections = true
  server.cut()
  await passes(4000)
  expect([presence, talk].map(heard)).toEqual(['online', 'Chat with Bob Meyer, online, 2 unread'])
  await passes(2000)
  expect([presence, talk].map(heard)).toEqual(['status unknown', 'Chat with Bob Meyer, 2 unread'])
  expect(presence.shadowRoot!.querySelector('.dot.online')).toBeNull()
  expect(presence.shadowRoot!.querySelector('.unknown')).not.toBeNull()
  expect((talk.shadowRoot!.querySelector('.dot') as HTMLElement).hidden).toBe(true)
  server.refuseConnections = false
  await passes(60_000)
  expect([presence, talk].map(heard)).toEqual(['online', 'Chat with Bob Meyer, online, 2 unread'])
})

test('one sees oneself online only with a connection', async () => {
  const presence = await shown('chat-presence user=alice')
  expect(heard(presence)).toBe('online')
  server.refuseConnections = true
  server.cut()
  await passes(6000)
  expect(heard(presence)).toBe('status unknown')
})

test('a dot alone has the text as its name; a text alone has no dot', async () => {
  const dot = await shown('chat-presence user=bob dot')
  expect(dot.shadowRoot!.querySelector('[role=img]')!.getAttribute('aria-label')).toBe('online')
  expect((dot.shadowRoot!.querySelector('[part=text]') as HTMLElement).hidden).toBe(true)
  const text = await shown('chat-presence user=bob text')
  expect((text.shadowRoot!.querySelector('.dot') as HTMLElement).hidden).toBe(true)
  expect(heard(text)).toBe('online')
})

test('while nobody is signed in, no element tells anything, and the button is a link to the page of the service', async () => {
  const presence = await shown('chat-presence user=bob', false)
  const unread = await shown('chat-unread', false)
  const talk = await shown('chat-with user=bob', false)
  expect([presence, unread].map(heard)).toEqual(['', ''])
  expect(button(talk).href).toBe('https://chat.test/chat/?with=bob')
  expect(button(talk).getAttribute('role')).toBeNull()
  const click = new MouseEvent('click', { cancelable: true, bubbles: true, composed: true })
  button(talk).dispatchEvent(click)
  expect(click.defaultPrevented).toBe(false)
})

test('the button is named by the person, their presence and what waits from them', async () => {
  const talk = await shown('chat-with user=bob')
  expect(heard(talk)).toBe('Chat with Bob Meyer, online, 2 unread')
  expect(button(talk).getAttribute('role')).toBe('button')
  expect(talk.shadowRoot!.querySelector('.badge')!.textContent).toBe('2')
  server.say(conversation, 'bob', 'Hello?')
  await passes(100)
  expect(talk.shadowRoot!.querySelector('.badge')!.textContent).toBe('3')
})

test('an unread message of somebody else is not theirs', async () => {
  expect((await shown('chat-with user=carol')).shadowRoot!.querySelector<HTMLElement>('.badge')!.hidden).toBe(true)
})

test('all unread messages are counted, and nothing is shown when there is none', async () => {
  const unread = await shown('chat-unread')
  expect(heard(unread)).toBe('2 unread')
  chat.client!.markRead('ab', 2)
  await passes(100)
  expect(heard(unread)).toBe('')
})

test('nobody is asked to talk to themselves', async () => {
  expect((await shown('chat-with user=alice')).hasAttribute('self')).toBe(true)
  expect((await shown('chat-with user=bob')).hasAttribute('self')).toBe(false)
})

test.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }])('a click with %o is the link\'s', async how => {
  const talk = await shown('chat-with user=bob')
  const click = new MouseEvent('click', { cancelable: true, bubbles: true, composed: true, ...how })
  button(talk).dispatchEvent(click)
  expect(click.defaultPrevented).toBe(false)
  expect(button(talk).getAttribute('aria-expanded')).toBe('false')
})

test('a button of the page is used in place of ours, and tells whether it is open', async () => {
  const talk = await shown('chat-with user=bob')
  const own = document.createElement('button')
  own.textContent = 'Message Bob'
  talk.append(own)
  await passes(100)
  expect(button(talk).hasAttribute('href')).toBe(false)
  expect(button(talk).hasAttribute('role')).toBe(false)
  expect(own.getAttribute('aria-haspopup')).toBe('dialog')
  expect(own.getAttribute('aria-expanded')).toBe('false')
})

test('the language of the page can be chosen on an element', async () => {
  const presence = await shown('chat-presence user=bob locale=fr')
  await passes(100)
  await vi.waitFor(() => expect(heard(presence)).toBe('en ligne'))
  chat.configure({ locale: 'en' })
  await passes(100)
})

test('a function that was set before the element was defined gives the token', async () => {
  const element = document.createElement('chat-unread')
  Object.defineProperty(element, 'getToken', { value: () => 'alice', configurable: true, enumerable: true, writable: true })
  document.body.append(element)
  await passes(100)
  expect(heard(element)).toBe('2 unread')
})

test('what a framework assigns to a property is in the attribute, and a method stays one', async () => {
  const panel = document.createElement('chat-panel')
  const { open } = panel
  for (const [value, is] of [[true, true], [false, false], ['', true], [undefined, false]] as const) {
    Reflect.set(panel, 'open', value)
    expect(panel.hasAttribute('open')).toBe(is)
  }
  expect(panel.open).toBe(open)
  panel.user = 'bob'
  expect(panel.getAttribute('user')).toBe('bob')
  panel.user = undefined
  expect(panel.hasAttribute('user')).toBe(false)
})

test('Vue shows and hides a panel, and leaves false away', async () => {
  const place = document.createElement('div')
  render(h('chat-panel', { user: 'bob', open: false, inline: '' }), place)
  const panel = place.querySelector('chat-panel')!
  expect(panel.outerHTML).toBe('<chat-panel user="bob" inline=""></chat-panel>')
  render(h('chat-panel', { open: true, inline: false }), place)
  expect(panel.outerHTML).toBe('<chat-panel open=""></chat-panel>')
  render(h('chat-presence', { user: 'bob', dot: true, text: false }), place)
  expect(place.innerHTML).toBe('<chat-presence user="bob" dot=""></chat-presence>')
})

test('a person who was set before the element was defined is asked for', async () => {
  const element = document.createElement('chat-with')
  Object.defineProperty(element, 'user', { value: 'bob', configurable: true, enumerable: true, writable: true })
  document.body.append(element)
  expect(element.getAttribute('user')).toBe('bob')
  expect(Object.hasOwn(element, 'user')).toBe(false)
})

test('existing markup follows the presence of its person, what is added later too', async () => {
  await chat.identify(() => 'alice')
  const { initializeChatWebsocket } = await import('../../src/embed/index')
  await import('../../src/embed/indicators')
  const indicator = () => Object.assign(document.createElement('span'), { className: 'status-indicator' })
  const first = indicator()
  first.dataset['userId'] = 'bob'
  document.body.append(first)
  const connected = initializeChatWebsocket()
  await passes(100)
  expect((await connected).state.me).toBe('alice')
  expect(first.className).toBe('status-indicator online')
  expect([first.title, first.getAttribute('aria-label')]).toEqual(['online', 'online'])
  const later = indicator()
  later.dataset['userId'] = 'carol'
  document.body.append(later)
  await passes(100)
  expect(later.className).toBe('status-indicator offline')
  server.setOnline('bob', false)
  await passes(100)
  expect(first.className).toBe('status-indicator offline')
  server.refuseConnections = true
  server.cut()
  await passes(6000)
  expect([first.className, first.title, first.getAttribute('aria-label')]).toEqual(['status-indicator', 'status unknown', 'status unknown'])
  await chat.logout()
  await passes(0)
  expect([first.className, first.title, first.getAttribute('aria-label')]).toEqual(['status-indicator', '', null])
})
