// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { Device } from '../../sdk/test/kept/device'
import { passes } from '../../sdk/test/setup'
import { guardUnsent } from '../src/unsent'

let device: Device

beforeEach(() => {
  device = new Device()
})

/** Whether somebody who leaves the page now is asked. */
function asks(): boolean {
  const leaving = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(leaving)
  return leaving.defaultPrevented
}

test('whoever leaves is asked while messages wait that are nowhere but in this tab', async () => {
  indexedDB.open = () => {
    throw new DOMException('No', 'SecurityError')
  }
  const client = await device.opened()
  guardUnsent(client)
  expect(asks()).toBe(false)
  device.offline = true
  client.send('ab', 'one')
  await passes(50)
  expect(asks()).toBe(true)
  device.offline = false
  await passes(60_000)
  expect(device.bodies).toEqual(['one'])
  expect(asks()).toBe(false)
})

test('nobody is asked where the browser keeps what waits', async () => {
  const client = await device.opened()
  guardUnsent(client)
  device.offline = true
  client.send('ab', 'one')
  await passes(50)
  expect(client.unsent).toBe(1)
  expect(asks()).toBe(false)
})
