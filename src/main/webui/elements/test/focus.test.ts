// @vitest-environment happy-dom
import type { ChatClient } from '@eplatform/chat'
import { beforeEach, expect, test, vi } from 'vitest'
import type { FakeConversation } from '../../sdk/test/fake/fake-data'
import type { FakeServer } from '../../sdk/test/fake/fake-server'
import { meeting, passes } from '../../sdk/test/setup'
import { ChatApp } from '../src/shell/app'
import { find } from './find'
import { observeLayout } from './screen'

let app: ChatApp
let client: ChatClient
let server: FakeServer
let conversation: FakeConversation

beforeEach(async () => {
  observeLayout()
  ;({ client, server, conversation } = await meeting(60))
  client.markRead('ab', 60)
  server.say(server.data.direct('alice', server.data.addUser('carol', 'Carol Diaz').id, 'ac'), 'carol', 'hi')
  app = new ChatApp()
  app.client = client
  app.addEventListener('chat-open', event => (app.conversationId = event.conversationId))
  app.addEventListener('chat-back', () => (app.conversationId = undefined))
  document.body.replaceChildren(app)
  await passes(50)
})

/** What has the focus, through all shadow roots. */
function focused(): Element | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element
}

/** As browsers do, and the one of these tests does not. */
function blurWhatMoves() {
  const { insertBefore } = Node.prototype
  vi.spyOn(Node.prototype, 'insertBefore').mockImplementation(function (this: Node, node, before) {
    if (node === focused()) (node as Node as HTMLElement).blur()
    return insertBefore.call(this, node, before) as typeof node
  })
}

const one = (selector: string) => find(app, selector)[0] as HTMLElement

async function open(id: string) {
  app.conversationId = id
  await passes(50)
}

async function click(selector: string) {
  one(selector).focus()
  one(selector).click()
  await passes(50)
}

test.each(['Edit', 'Discard'])('after %s of what was refused one goes on writing', async name => {
  await open('ab')
  server.refusals.push({ code: 'forbidden' })
  client.send('ab', 'mine')
  await passes(50)
  await choose(name)
  expect(focused()).toBe(one('textarea'))
  expect((one('textarea') as HTMLTextAreaElement).value).toBe(name === 'Edit' ? 'mine' : '')
  expect(client.state.outgoing).toEqual([])
})

test('after Try again of what the service broke on one goes on writing, and it goes out', async () => {
  await open('ab')
  for (let n = 0; n < 5; n++) server.refusals.push({ code: 'internal' })
  client.send('ab', 'mine')
  await passes(120_000)
  await choose('Try again')
  expect(focused()).toBe(one('textarea'))
  expect(client.state.outgoing).toEqual([])
})

async function choose(name: string) {
  const button = find(app, '.link').find(link => link.textContent === name) as HTMLElement
  button.focus()
  button.click()
  await passes(50)
}

test('who leaves a conversation is back at its row', async () => {
  await open('ab')
  await click('.back')
  expect(focused()).toBe(one('[data-id=ab]'))
})

test('who opens a conversation writes next, and without a keyboard reads', async () => {
  await open('ab')
  expect(focused()).toBe(one('textarea'))
  vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: false } as MediaQueryList)
  await open('ac')
  expect(focused()).toBe(one('section'))
})

test('a first look at the list takes no focus', () => {
  expect(focused()).toBe(document.body)
})

test('a row that has the focus of the keyboard stays where it is, and moves up when it is left', async () => {
  server.say(server.data.direct('alice', server.data.addUser('dave', 'Dave').id, 'ad'), 'dave', 'hi')
  await passes(50)
  const row = one('[data-id=ab]')
  // The document of these tests knows of no focus in a shadow root.
  const matches = vi.spyOn(row, 'matches').mockReturnValue(true)
  row.focus()
  server.say(conversation, 'bob', 'me first')
  await passes(50)
  expect(find(app, '[role=option]').indexOf(row)).toBe(2)
  expect(focused()).toBe(row)
  expect(matches).toHaveBeenCalledWith(':focus-visible')
  one('input').focus()
  await passes(50)
  expect(find(app, '[role=option]')[0]).toBe(row)
})

test('a row that a finger has focused keeps the focus when it moves up', async () => {
  server.say(server.data.direct('alice', server.data.addUser('dave', 'Dave').id, 'ad'), 'dave', 'hi')
  await passes(50)
  const row = one('[data-id=ab]')
  expect(find(app, '[role=option]').indexOf(row)).toBe(2)
  row.focus()
  blurWhatMoves()
  server.say(conversation, 'bob', 'me first')
  await passes(50)
  expect(find(app, '[role=option]')[0]).toBe(row)
  expect(focused()).toBe(row)
})

test('the button above gives the focus to a message when there is nothing more to load', async () => {
  await open('ab')
  await click('.older button')
  expect(find(app, '.older')).toEqual([])
  expect(focused()?.matches('.message')).toBe(true)
})

test('the button to the end gives the focus to the last message', async () => {
  await open('ab')
  const scroller = one('.scroller:has(.column)')
  Object.defineProperty(scroller, 'scrollHeight', { value: 9000 })
  scroller.dispatchEvent(new Event('scroll'))
  await passes(50)
  one('.jump').focus()
  scroller.scrollTop = 9000
  scroller.dispatchEvent(new Event('scroll'))
  await passes(50)
  expect(find(app, '.jump')).toEqual([])
  expect(focused()).toBe(find(app, '.column .message').at(-1))
})
