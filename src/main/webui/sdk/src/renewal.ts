import type { GetToken } from './token'

/** How long before a token expires the next one is asked for, in milliseconds. */
const BEFORE_MS = 45_000
/** With less than this left no other is asked for, in milliseconds: whoever gives out the same one again would be asked ever faster. */
const LEAST_MS = 5000
/** The longest that a timer can wait, in milliseconds. */
const LONGEST_MS = 2 ** 31 - 1

/**
 * Puts a new token in the place of the present one before that expires, so that the connection stays. A renewal that
 * fails is left alone: the service ends the connection then, and the next one begins with a new token.
 */
export class Renewal {
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `renew` tells the service, and answers when the new token expires (RFC 3339). */
  constructor(
    private readonly getToken: GetToken,
    private readonly renew: (token: string) => Promise<string>,
  ) {}

  /** `now` is the service's time, since this device's may be wrong; both are in milliseconds. */
  start(expiresAt: number, now: number): void {
    this.stop()
    const left = expiresAt - now
    if (!(left > LEAST_MS)) return
    const skew = now - Date.now()
    this.#timer = setTimeout(() => void this.#next(skew), Math.min(Math.max(left - BEFORE_MS, left / 2), LONGEST_MS))
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  async #next(skew: number): Promise<void> {
    const timer = this.#timer
    try {
      const expiresAt = await this.renew(await this.getToken({ refresh: true }))
      if (timer === this.#timer) this.start(Date.parse(expiresAt), Date.now() + skew)
    } catch {
      // See above.
    }
  }
}
