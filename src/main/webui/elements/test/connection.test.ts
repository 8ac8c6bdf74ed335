// @vitest-environment happy-dom
import type { ChatClient } from '@eplatform/chat'
import { beforeEach, expect, test } from 'vitest'
import { Device } from '../../sdk/test/kept/device'
import { passes } from '../../sdk/test/setup'
import { ChatConnection } from '../src/shell/connection'

let device: Device
let client: ChatClient
let bar: ChatConnection

beforeEach(async () => {
  device = new Device()
})

async function offline() {
  client = await device.opened()
  bar = new ChatConnection()
  bar.client = client
  document.body.replaceChildren(bar)
  device.offline = true
  await passes(2100)
}

const told = () => bar.renderRoot.textContent!.trim()

test('what is written without a connection is kept, and the bar counts it', async () => {
  await offline()
  expect(told()).toBe('Reconnecting … your messages are kept')
  client.send('ab', 'one')
  await passes(50)
  expect(told()).toBe('Reconnecting … 1 message is kept and will be sent')
})

test('where the browser keeps nothing, the bar says that the tab must stay open', async () => {
  // As in some private windows.
  indexedDB.open = () => {
    throw new DOMException('No', 'SecurityError')
  }
  await offline()
  expect(told()).toBe('Reconnecting … what you write is kept only while this tab is open')
  client.send('ab', 'one')
  client.send('ab', 'two')
  await passes(50)
  expect(told()).toBe('Reconnecting … 2 messages wait, but only while this tab is open')
})
