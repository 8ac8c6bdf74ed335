// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import type { MessageView } from '../../sdk/src/protocol'
import type { FakeConversation } from '../../sdk/test/fake/fake-data'
import type { FakeServer } from '../../sdk/test/fake/fake-server'
import { meeting, passes } from '../../sdk/test/setup'
import { ChatApp } from '../src/shell/app'
import { find } from './find'

let app: ChatApp
let server: FakeServer
let conversation: FakeConversation

beforeEach(async () => {
  const met = await meeting(2)
  ;({ server, conversation } = met)
  app = new ChatApp()
  app.client = met.client
  app.conversationId = 'ab'
  document.body.replaceChildren(app)
  await passes(50)
})

/** Bob changes his last message. */
async function change(to: Partial<MessageView>) {
  const version = ++conversation.version
  server.publish({ ...conversation.messages.at(-1)!, version, ...to })
  await passes(50)
}

const last = () => find(app, '[data-seq="2"]')[0]!.textContent!.replace(/\s+/g, ' ')

test('an edited message shows its new text, and that it is another', async () => {
  await change({ body: 'better', editedAt: '2026-11-23T14:05:00Z' })
  expect(last()).toMatch(/better.* edited/)
})

test('a deleted message keeps its place and says what it is, in the list too', async () => {
  await change({ body: '', deletedAt: '2026-11-23T14:05:00Z' })
  expect(last()).toContain('Message deleted')
  expect(find(app, '[role=option]')[0]!.getAttribute('aria-label')).toContain('Message deleted')
})
