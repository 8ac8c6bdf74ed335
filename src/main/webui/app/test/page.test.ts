// @vitest-environment happy-dom
import { ChatApp, OpenEvent, OpenWithEvent, WishEvent } from '@eplatform/chat-elements'
import { beforeEach, expect, test, vi } from 'vitest'
import { meeting, passes } from '../../sdk/test/setup'
import { Page } from '../src/page'
import { addressOf, placeOf } from '../src/place'

beforeEach(() => {
  history.replaceState(null, '', '/chat/')
})

async function opened(unread = 0) {
  const { server, conversation, client } = await meeting(unread)
  const app = new ChatApp()
  const page = new Page(client, app, { forget: () => {} })
  return { server, conversation, client, app, page }
}

test('an address names a place, and a place an address', () => {
  for (const address of ['/chat/', '/chat/?c=a%2Fb', '/chat/?c=ab&m=12', '/chat/?with=bob+m']) {
    expect(addressOf(placeOf(new URL(address, 'http://chat.test')))).toBe(address)
  }
})

test('what is no number of a message names none', () => {
  for (const nonsense of ['x', '-1', '1.5', '0', '1e99']) {
    expect(placeOf(new URL(`/chat/?c=ab&m=${nonsense}`, 'http://chat.test'))).toEqual({ name: 'conversation', id: 'ab' })
  }
})

test('an opened conversation is in the address', async () => {
  const { app } = await opened()
  app.dispatchEvent(new OpenEvent('ab'))
  expect(location.search).toBe('?c=ab')
  expect(app.conversationId).toBe('ab')
})

test('a person in the address opens the conversation with them', async () => {
  const { app, page } = await opened()
  page.show({ name: 'with', userId: 'bob' })
  await passes(20)
  expect(app.conversationId).toBe('ab')
  expect(location.search).toBe('?c=ab')
})

test('a person whom nobody knows is told', async () => {
  const { app } = await opened()
  app.dispatchEvent(new OpenWithEvent('nobody'))
  await passes(20)
  expect(app).toMatchObject({ waiting: false, problem: 'This person is not known to the chat.' })
  const back = vi.spyOn(history, 'back').mockImplementation(() => {})
  app.dispatchEvent(new WishEvent('chat-back'))
  expect(back).toHaveBeenCalledOnce()
})

test('Back leads to the list where nothing in the chat came before', async () => {
  history.replaceState(null, '', '/chat/?c=ab')
  const { app, page } = await opened()
  page.show({ name: 'conversation', id: 'ab' })
  const back = vi.spyOn(history, 'back')
  app.dispatchEvent(new WishEvent('chat-back'))
  expect(app.conversationId).toBeUndefined()
  expect(location.pathname + location.search).toBe('/chat/')
  expect(back).not.toHaveBeenCalled()
})

test('the browser\'s Back shows what the address says', async () => {
  const { app } = await opened()
  app.dispatchEvent(new OpenEvent('ab'))
  history.replaceState(null, '', '/chat/')
  window.dispatchEvent(new PopStateEvent('popstate'))
  expect(app.conversationId).toBeUndefined()
})

test('what keeps somebody from being reached for a while is waited for, as long as the service asks', async () => {
  const { server, app, page } = await opened()
  server.restRefusals.push({ code: 'busy', retryAfterMs: 3000 })
  page.show({ name: 'with', userId: 'bob' })
  await passes(2900)
  expect(app).toMatchObject({ waiting: true, problem: undefined, conversationId: undefined })
  await passes(200)
  expect(app).toMatchObject({ waiting: false, problem: undefined, conversationId: 'ab' })
})

test('who starts many chats in a short time is told when this one opens, and it does', async () => {
  const { server, app, page } = await opened()
  server.restRefusals.push({ code: 'rate_limited', retryAfterMs: 60_000 })
  page.show({ name: 'with', userId: 'bob' })
  await passes(100)
  expect(app).toMatchObject({ waiting: false, problem: 'You have started many chats in a short time. This one opens in 1 minute.' })
  await passes(60_000)
  expect(app).toMatchObject({ problem: undefined, conversationId: 'ab' })
})

test('who is signed out is not asked for again', async () => {
  const { server, app, page, client } = await opened()
  server.expired.add('alice')
  page.show({ name: 'with', userId: 'bob' })
  await passes(100)
  expect(client.state.connection).toMatchObject({ reason: 'signed_out' })
  expect(app.problem).toBeUndefined()
  const asked = server.requests.length
  await passes(60_000)
  expect(server.requests).toHaveLength(asked)
})

test('what is waited for looks like a conversation without a place to write', async () => {
  const { server, client, app } = await opened()
  document.body.replaceChildren(app)
  app.client = client
  app.waiting = true
  await passes(20)
  const thread = app.renderRoot.querySelector('chat-thread')!
  expect(thread.renderRoot.querySelector('chat-history')!.renderRoot.querySelector('.skeleton')).not.toBeNull()
  expect(thread.renderRoot.querySelector('chat-composer')).toBeNull()
  expect(server.requests.filter(request => request.includes('conversations//'))).toEqual([])
})

test('a conversation that was left before it could be opened stays closed', async () => {
  const { app, page } = await opened()
  page.show({ name: 'with', userId: 'bob' })
  page.show({ name: 'list' })
  await passes(20)
  expect(app.conversationId).toBeUndefined()
})

test('a message in the address is the one that the conversation opens at', async () => {
  const { app, page } = await opened()
  page.show(placeOf(new URL('/chat/?c=ab&m=12', 'http://chat.test')))
  expect(app).toMatchObject({ conversationId: 'ab', seq: 12 })
  page.open('ab')
  expect(app).toMatchObject({ conversationId: 'ab', seq: undefined })
  expect(location.search).toBe('?c=ab')
})

test('who has gone from one conversation to another comes back to the list, and not to the first', async () => {
  const { app, page } = await opened()
  const back = vi.spyOn(history, 'back').mockImplementation(() => {})
  page.open('ab')
  page.open('ac')
  app.dispatchEvent(new WishEvent('chat-back'))
  expect(app.conversationId).toBeUndefined()
  expect(back).not.toHaveBeenCalled()
  page.open('ab')
  app.dispatchEvent(new WishEvent('chat-back'))
  expect(back).toHaveBeenCalledOnce()
})
