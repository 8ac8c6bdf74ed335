import { ChatError } from './errors'

/** First delay before another try, in milliseconds, doubled with every failure. */
const BASE_MS = 500
/** No delay is longer, in milliseconds, but for those that the service asks for. */
const CAP_MS = 15_000
/** A restart loses all clients at the same moment, so the first try is spread wider, in milliseconds. */
const RESTART_MS = 1500
/** What the service asks for by how it closes, in milliseconds: it is full for now, or this person has too much open. */
const LEAST_MS: Readonly<Record<number, number>> = { 1013: 5000, 4029: 30_000 }

/**
 * How long to wait before try number `attempt` (the first is 0), in milliseconds: full jitter, so that the
 * clients of a restarted service come back spread out instead of all at once.
 */
export function backOff(attempt: number): number {
  return Math.round(Math.random() * spread(attempt))
}

/** The same after a socket was closed with `code` (RFC 6455, 7.4, and `docs/protocol.md`), which may ask for more. */
export function reconnectDelay(code: number | undefined, attempt: number): number {
  const least = LEAST_MS[code ?? 0] ?? 0
  const widest = code === 1001 || code === 1012 ? RESTART_MS : least
  return least + Math.round(Math.random() * Math.max(widest, spread(attempt)))
}

/** How long to wait after a failure, in milliseconds: as long as the service asked for, otherwise longer every time. */
export function retryDelay(error: unknown, failures: number): number {
  return (error instanceof ChatError ? error.retryAfterMs : undefined) ?? backOff(failures)
}

function spread(attempt: number): number {
  return Math.min(CAP_MS, BASE_MS * 2 ** attempt)
}
