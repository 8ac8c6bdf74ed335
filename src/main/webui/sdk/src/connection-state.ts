import type { Welcome } from './protocol'

/**
 * Where the connection stands. `since` (milliseconds since 1970) is when it was last lost, or first asked for,
 * so that a page can tell a blink from an outage.
 *
 * - `closed`: nobody wants it. `not_started` before the first start, `stopped` by the page, `signed_out` when nobody is signed
 *   in any more, or the person may not come in. Only another start leads out of it.
 * - `connecting`: try number `attempt` (the first is 0) is under way.
 * - `offline`: that many tries have failed, or the connection was lost. The next try is at `retryAt` (milliseconds since
 *   1970), or earlier when the network comes back or somebody looks at the page.
 * - `connected`: the service has said `welcome`. Every new connection is another `welcome`.
 *
 * Tabs that share a connection are in the same state, `stopped` excepted.
 */
export type ConnectionState =
  | { name: 'offline'; since: number; attempt: number; retryAt: number }
  | { name: 'connecting'; since: number; attempt: number }
  | { name: 'connected'; welcome: Welcome }
  | { name: 'closed'; reason: 'not_started' | 'stopped' | 'signed_out' }
