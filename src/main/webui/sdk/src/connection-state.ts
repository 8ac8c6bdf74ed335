import type { Welcome } from './protocol'

/**
 * Where the connection stands. `since` (milliseconds since 1970) is when it was last lost, or first asked for,
 * so that a page can tell a blink from an outage.
 */
export type ConnectionState =
  | { name: 'offline'; since: number; attempt: number }
  | { name: 'connecting'; since: number; attempt: number }
  | { name: 'connected'; welcome: Welcome }
  | { name: 'closed'; reason: 'not_started' | 'stopped' | 'signed_out' }
