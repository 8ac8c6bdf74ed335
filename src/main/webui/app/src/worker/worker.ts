import type { LastingEvent, NotificationClick, RequestEvent, Worker } from './events'
import { isFileAddress, isPageAddress, Shell } from './shell'

// The service worker of the page: opens it without a network, and brings somebody who clicks a notification to it.
// The API and the session never pass through it.

const worker = globalThis as unknown as Worker
const shell = new Shell(caches, fetch.bind(globalThis))

worker.addEventListener('install', event => {
  void worker.skipWaiting()
  ;(event as LastingEvent).waitUntil(shell.renew().catch(() => {}))
})

worker.addEventListener('activate', event => (event as LastingEvent).waitUntil(worker.clients.claim()))

worker.addEventListener('fetch', raw => {
  const event = raw as RequestEvent
  const { method, mode, url } = event.request
  const address = new URL(url)
  if (method !== 'GET' || address.origin !== location.origin) return
  if (mode === 'navigate' && isPageAddress(address)) event.respondWith(shell.page(event.request, work => event.waitUntil(work)))
  else if (isFileAddress(address)) event.respondWith(shell.file(event.request))
})

worker.addEventListener('notificationclick', raw => {
  const event = raw as NotificationClick
  event.notification.close()
  event.waitUntil(open(String(event.notification.data)))
})

async function open(conversationId: string): Promise<void> {
  const [tab] = (await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })).filter(({ url }) => isPageAddress(new URL(url)))
  if (!tab) return void (await worker.clients.openWindow(`/chat/?${new URLSearchParams({ c: conversationId })}`))
  await tab.focus()
  tab.postMessage({ open: conversationId })
}
