// @vitest-environment happy-dom
import type { ChatClient } from '@eplatform/chat'
import { beforeEach, expect, test } from 'vitest'
import type { FakeServer } from '../../sdk/test/fake/fake-server'
import { meeting, passes } from '../../sdk/test/setup'
import { ChatConversation } from '../src/embed/chat-conversation'
import { ChatApp } from '../src/shell/app'
import { find } from './find'

let app: ChatApp
let client: ChatClient
let server: FakeServer

beforeEach(async () => {
  ;({ client, server } = await meeting(60))
  client.markRead('ab', 60)
  app = new ChatApp()
  app.client = client
  document.body.replaceChildren(app)
  await passes(2000)
})

const told = (where: string) => find(app, where)[0]!.shadowRoot!.textContent!.trim()

async function type(where: string, text: string) {
  const field = find(app, `${where}`)[0]!.shadowRoot!.querySelector('input')!
  field.value = text
  field.dispatchEvent(new Event('input'))
  await passes(2000)
}

test('a search that finds nobody says so', async () => {
  await type('chat-list', 'nobody')
  expect(told('main ~ chat-announcer')).toBe('Nobody is called “nobody”.')
})

test('the directory says so inside its dialog, because nothing outside is read out', async () => {
  find(app, '[aria-label="New chat"]').forEach(button => (button as HTMLElement).click())
  await passes(2000)
  await type('chat-people', 'nobody')
  expect(told('dialog chat-announcer')).toBe('Nobody was found.')
  expect(told('main ~ chat-announcer')).toBe('')
})

test('what the page around says where there is no message yet is told, once', async () => {
  server.data.addUser('carol', 'Carol Diaz')
  server.data.direct('alice', 'carol', 'ac')
  const tells: string[] = []
  const conversation = new ChatConversation()
  conversation.addEventListener('chat-tell', event => tells.push(event.text))
  Object.assign(conversation, { client, conversationId: 'ac' })
  conversation.innerHTML = '<p slot="empty">Carol answers\n within the hour.</p>'
  document.body.replaceChildren(conversation)
  await Promise.all([client.reloadConversations(), passes(500)])
  expect(tells).toEqual(['Carol answers within the hour.'])
})

test('a problem with what was to be opened is told', async () => {
  app.problem = 'This person is not known to the chat.'
  await passes(50)
  expect(told('main ~ chat-announcer')).toBe(app.problem)
})

test('a message that is not sent is told', async () => {
  server.refusals.push({ code: 'forbidden' })
  client.send('ab', 'mine')
  await passes(2000)
  expect(told('main ~ chat-announcer')).toBe('Not sent: mine.')
})

test('what could not be loaded is told, and again when it fails again', async () => {
  server.failRest = true
  app.conversationId = 'ab'
  await passes(50)
  expect(told('main ~ chat-announcer')).toBe('The messages could not be loaded.')
  server.failRest = false
  ;(find(app, 'chat-history')[0]!.shadowRoot!.querySelector('.button') as HTMLElement).click()
  await passes(50)
  server.failRest = true
  await Promise.all([client.loadOlder('ab'), passes(50)])
  expect(told('main ~ chat-announcer')).toBe('Older messages could not be loaded.')
})
