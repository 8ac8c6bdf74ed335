import { ChatError } from './errors'

/** First delay before another try, in milliseconds, doubled with every failure. */
const BASE_MS = 500
/** No delay is longer, in milliseconds. */
const CAP_MS = 30_000

/**
 * How long to wait before try number `attempt` (the first is 0), in milliseconds: full jitter, so that the
 * clients of a restarted service come back spread out instead of all at once.
 */
export function backOff(attempt: number, random: () => number = Math.random): number {
  return Math.round(random() * Math.min(CAP_MS, BASE_MS * 2 ** attempt))
}

/** How long to wait after a failure, in milliseconds: as long as the service asked for, otherwise longer every time. */
export function retryDelay(error: unknown, failures: number): number {
  return (error instanceof ChatError ? error.retryAfterMs : undefined) ?? backOff(failures)
}
