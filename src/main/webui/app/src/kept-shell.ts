import { CACHES } from './worker/shell'

const SCRIPT = '/chat/worker.js'

/**
 * Has the page kept by its service worker, so that it opens without a network; the worker also brings a notification
 * that somebody clicks to the page. Browsers without one go on as ever.
 */
export function keepShell(page: { open(conversationId: string): void }): void {
  navigator.serviceWorker?.addEventListener('message', ({ data }: MessageEvent<{ open?: unknown }>) => {
    if (typeof data.open === 'string') page.open(data.open)
  })
  navigator.serviceWorker?.register(trusted(), { scope: '/chat/' }).catch(() => {
    // Not permitted, or the network is away: the next load tries again.
  })
}

/** On a shared computer nothing of the chat is left behind. */
export async function forgetShell(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration('/chat/')
  await registration?.unregister()
  if (!('caches' in globalThis)) return
  for (const name of await caches.keys()) if (name.startsWith(CACHES)) await caches.delete(name)
}

/** The page's policy lets no text become a script's address; this one address may, and no other. */
function trusted(): string {
  const types = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(url: string): unknown } } })
    .trustedTypes
  return (types?.createPolicy('chat-worker', { createScriptURL: () => SCRIPT }).createScriptURL(SCRIPT) ?? SCRIPT) as string
}
