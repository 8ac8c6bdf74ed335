// @vitest-environment happy-dom
import type { ChatClient } from '@eplatform/chat'
import { beforeEach, expect, test, vi } from 'vitest'
import type { FakeConversation } from '../../sdk/test/fake/fake-data'
import type { FakeServer } from '../../sdk/test/fake/fake-server'
import { clientOf, meeting, passes } from '../../sdk/test/setup'
import { ChatApp } from '../src/shell/app'
import { find as findIn } from './find'

let app: ChatApp
let client: ChatClient
let server: FakeServer
let conversation: FakeConversation

beforeEach(async () => {
  ;({ client, server, conversation } = await meeting(2))
  app = new ChatApp()
  app.client = client
  document.body.replaceChildren(app)
  await passes(50)
})

const find = (selector: string) => findIn(app, selector)
const label = (selector: string) => find(selector).map(element => element.getAttribute('aria-label'))

test('a row is named by person, last message and its time, as they are seen, and by unread number and presence', () => {
  expect(label('[role=option]')[0]).toMatch(/^Bob Meyer, message 2, .*, 2 unread, offline$/)
})

test('a chosen row asks for its conversation', () => {
  let opened = ''
  app.addEventListener('chat-open', event => (opened = event.conversationId))
  ;(find('[role=option]')[0] as HTMLElement).click()
  expect(opened).toBe('ab')
})

test('an open conversation shows its messages in order, each with its number and state', async () => {
  app.conversationId = 'ab'
  await passes(50)
  expect(label('section')).toContain('Conversation with Bob Meyer')
  client.send('ab', 'mine')
  await passes(0)
  expect(find('li[data-state]').map(row => row.getAttribute('data-state'))).toEqual(['received', 'received', 'sending'])
  await passes(50)
  expect(find('li[data-seq]').map(row => row.getAttribute('data-seq'))).toEqual(['1', '2', '3'])
  expect(find('li[data-seq="3"]')[0]!.getAttribute('data-state')).toBe('sent')
})

test('a message keeps its place on the page when it is stored', async () => {
  app.conversationId = 'ab'
  await passes(50)
  client.send('ab', 'mine')
  await passes(0)
  const row = find('li[data-state=sending]')[0]
  await passes(50)
  expect(find('li[data-state=sent]')[0]).toBe(row)
})

test('text is shown as text', async () => {
  app.conversationId = 'ab'
  server.say(conversation, 'bob', '<img src=x onerror=alert(1)> https://a.example')
  await vi.waitFor(() => expect(find('.text a').map(link => link.getAttribute('rel'))).toEqual(['noopener noreferrer nofollow']))
  expect(find('.text img')).toEqual([])
  expect(find('.text').at(-1)!.textContent).toContain('<img src=x onerror=alert(1)>')
})

test('who is typing is named', async () => {
  app.conversationId = 'ab'
  server.broadcast('ab', { type: 'typing', conversationId: 'ab', userId: 'bob', active: true })
  await passes(50)
  expect(find('chat-typing')[0]!.shadowRoot!.textContent!.replace(/\s+/g, ' ').trim()).toBe('Bob Meyer is typing')
})

test('a lasting interruption is told after 2 s, and no longer when it is over', async () => {
  const told = () => find('chat-connection')[0]!.shadowRoot!.textContent!.trim()
  server.refuseConnections = true
  server.cut()
  await passes(1900)
  expect(told()).toBe('')
  await passes(200)
  expect(told()).toBe('Reconnecting … what you write is kept only while this tab is open')
  server.refuseConnections = false
  await passes(60_000)
  expect(told()).toBe('')
})

test.each([
  ['the list', {}],
  ['a conversation', { conversationId: 'ab' }],
  ['one that is waited for', { waiting: true }],
  ['a problem', { problem: 'This person is not known to the chat.' }],
])('where there is room for one pane, the bar is in it, be it %s', async (_, shown) => {
  Object.assign(app, shown)
  await passes(50)
  server.refuseConnections = true
  server.cut()
  await passes(2100)
  const pane = find('.shell')[0]!.matches('.open') ? find('.pane')[0]! : find('.side')[0]!
  const bars = find('chat-connection').filter(bar => isIn(bar, pane))
  expect(bars.map(bar => bar.shadowRoot!.textContent!.trim())).toEqual([expect.stringMatching(/^Reconnecting/)])
})

/** Whether it is in this place, or in an element that is. */
function isIn(element: Element, place: Element): boolean {
  const root = element.getRootNode()
  return place.contains(element) || (root instanceof ShadowRoot && isIn(root.host, place))
}

test('what is on its way stays in view when the messages cannot be loaded, with one way to try again', async () => {
  server.failRest = true
  app.conversationId = 'ab'
  await passes(50)
  server.refusals.push({ code: 'forbidden' })
  client.send('ab', 'mine')
  await passes(50)
  expect(find('.text').map(text => text.textContent)).toEqual(['mine'])
  expect(find('.older')[0]!.textContent).toMatch(/The messages could not be loaded.\s*Try again/)
  server.failRest = false
  ;(find('.older button')[0] as HTMLElement).click()
  await passes(0)
  expect(find('.skeleton')).toEqual([])
  await passes(50)
  expect(find('.text').map(text => text.textContent)).toEqual(['message 1', 'message 2', 'mine'])
})

test('no message takes a side before it is known who I am', async () => {
  const { server, client } = await meeting(2)
  client.stop()
  const early = clientOf(server, 'alice')
  server.refuseConnections = true
  early.start()
  app.client = early
  app.conversationId = 'ab'
  await passes(100)
  expect(early.state.threads.get('ab')!.messages).toHaveLength(2)
  expect(find('.message')).toEqual([])
  expect(find('.skeleton')).not.toEqual([])
  server.refuseConnections = false
  await passes(60_000)
  expect(find('.message')).toHaveLength(2)
})

test('a conversation that is not mine is told, and offers no place to write', async () => {
  app.conversationId = 'other'
  await passes(50)
  expect(find('.placeholder-title').map(title => title.textContent)).toContain('This chat does not exist, or you are not in it.')
  expect(find('textarea')).toEqual([])
})
