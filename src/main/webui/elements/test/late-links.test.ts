// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { meeting, passes } from '../../sdk/test/setup'
import { ChatHistory } from '../src/thread/history'

const network = vi.hoisted(() => {
  let back = () => {}
  const isBack = new Promise<void>(resolve => (back = resolve))
  return { isBack, back: () => back() }
})

vi.mock('../src/shared/linked', async original => {
  await network.isBack
  return original()
})

test('messages that have long been shown get their links once what finds addresses is there', async () => {
  const { server, client, conversation } = await meeting(1)
  server.say(conversation, 'bob', 'see https://a.example/x')
  const history = new ChatHistory()
  history.client = client
  history.conversationId = 'ab'
  document.body.replaceChildren(history)
  await passes(1000)
  const row = history.renderRoot.querySelector('[data-seq="2"]')!
  const text = () => row.querySelector('.text')!.textContent
  expect(text()).toBe('see https://a.example/x')
  expect(row.querySelector('a')).toBeNull()
  network.back()
  await vi.waitFor(() => expect(row.querySelector('a')?.getAttribute('href')).toBe('https://a.example/x'))
  expect(text()).toBe('see https://a.example/x')
  expect(row.isConnected).toBe(true)
})
