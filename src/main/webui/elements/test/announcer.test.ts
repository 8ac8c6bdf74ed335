// @vitest-environment happy-dom
import type { ChatClient } from '@eplatform/chat'
import { beforeEach, expect, test } from 'vitest'
import type { FakeConversation } from '../../sdk/test/fake/fake-data'
import type { FakeServer } from '../../sdk/test/fake/fake-server'
import { meeting, passes } from '../../sdk/test/setup'
import { ChatApp } from '../src/shell/app'
import { find } from './find'

let app: ChatApp
let client: ChatClient
let server: FakeServer
let conversation: FakeConversation

beforeEach(async () => {
  ;({ client, server, conversation } = await meeting(60))
  client.markRead('ab', 60)
  app = new ChatApp()
  app.client = client
  document.body.replaceChildren(app)
  await passes(2000)
})

const region = (role: string) => find(app, 'main ~ chat-announcer')[0]!.shadowRoot!.querySelector(`[role=${role}]`)!.textContent!

test('a message is read out politely, and gone after a while', async () => {
  server.say(conversation, 'bob', 'hi')
  await passes(50)
  expect(region('status')).toBe('New message from Bob Meyer: hi')
  expect(region('alert')).toBe('')
  await passes(8000)
  expect(region('status')).toBe('')
})

test('a burst is a number within a second', async () => {
  for (let n = 1; n <= 5; n++) server.say(conversation, 'bob', `part ${n}`)
  await passes(1100)
  expect(region('status')).toMatch(/^\d new messages from Bob Meyer$/)
})

test('the same words are others the second time', async () => {
  server.say(conversation, 'bob', 'hi')
  await passes(1100)
  const first = region('status')
  server.say(conversation, 'bob', 'hi')
  await passes(1100)
  expect(region('status')).not.toBe(first)
  expect(region('status').replace('\u200B', '')).toBe(first)
})

test('what I write, what loads and who types is not read out', async () => {
  app.conversationId = 'ab'
  await passes(2000)
  client.send('ab', 'mine')
  server.broadcast('ab', { type: 'typing', conversationId: 'ab', userId: 'bob', active: true })
  await passes(2000)
  await Promise.all([client.loadOlder('ab'), passes(2000)])
  expect(region('status') + region('alert')).toBe('')
})

test('a message that is not sent interrupts', async () => {
  server.refusals.push({ code: 'forbidden' })
  client.send('ab', 'mine')
  await passes(100)
  expect(region('alert')).toBe('Not sent: mine.')
})

test.each([['I think', 'The connection is lost. What you write is kept.'], ['', '']])('ten seconds without a connection interrupt whoever is writing, and nobody else: "%s"', async (draft, told) => {
  app.conversationId = 'ab'
  client.draft('ab', draft)
  await passes(50)
  ;(find(app, 'textarea')[0] as HTMLTextAreaElement).focus()
  server.refuseConnections = true
  server.cut()
  await passes(9000)
  expect(region('alert')).toBe('')
  await passes(2000)
  expect(region('alert')).toBe(told)
})

test('a session that ends interrupts', async () => {
  server.cut(4003)
  await passes(100)
  expect(client.state.connection).toEqual({ name: 'closed', reason: 'signed_out' })
  expect(region('alert')).toBe('You are signed out')
})
