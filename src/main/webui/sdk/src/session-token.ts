import { NoAnswerError, SignedOutError } from './errors'
import type { GetToken } from './token'

/** A token with less than this left is not used any more, in milliseconds. */
const SPARE_MS = 60_000

interface Session {
  userId: string
  accessToken: string
  /** RFC 3339. */
  expiresAt: string
  /** The language of their account, a BCP 47 tag, if the provider says. */
  locale?: string
}

/**
 * Gives the access token of whoever signed in on the service itself, for pages of its own origin. The token lives in
 * memory only: the browser keeps nothing but a cookie that no script can read. `heard` gets what each answer says of them.
 */
export function sessionToken(
  fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis),
  heard: (session: { readonly locale?: string }) => void = () => {},
): GetToken {
  let held: Session | undefined
  let asking: Promise<Session> | undefined
  return async wanted => {
    if (wanted?.refresh || !held || Date.parse(held.expiresAt) - Date.now() < SPARE_MS) {
      asking ??= ask(fetch).finally(() => (asking = undefined))
      held = await asking
      heard(held)
    }
    return held.accessToken
  }
}

async function ask(fetch: typeof globalThis.fetch): Promise<Session> {
  const headers = { Accept: 'application/json', 'X-Requested-With': 'JavaScript' }
  // A redirect would lead to the provider's login page, which is for people to see and not for scripts.
  const response = await fetch('/chat/session', { headers, redirect: 'manual', cache: 'no-store' })
  // A proxy says so while the service restarts; nobody is signed out by that.
  if (response.status >= 500) throw new NoAnswerError(`HTTP ${response.status}`)
  if (response.status !== 200) throw new SignedOutError('The session is over')
  return (await response.json()) as Session
}
