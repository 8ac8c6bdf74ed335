import { NoAnswerError } from '@eplatform/chat'

/** Ends the session on the server, and tells where to go then. The header says that our own page asks: no other site's can send it. */
export async function signOut(fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis)): Promise<string> {
  const headers = { Accept: 'application/json', 'X-Requested-With': 'JavaScript' }
  const response = await fetch('/chat/logout', { method: 'POST', headers, redirect: 'manual', cache: 'no-store' })
  if (response.status >= 500) throw new NoAnswerError(`HTTP ${response.status}`)
  // Otherwise the session was over before.
  return response.status === 200 ? ((await response.json()) as { location: string }).location : '/chat/signed-out'
}
