/** How long a woken connection may stay silent before it counts as dead, in milliseconds. */
const PROBE_MS = 5000

/**
 * Notices a dead connection: a network that goes away tells nobody. After `seconds` of silence it pings,
 * after twice that time it gives up.
 */
export class Heartbeat {
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly seconds: number,
    private readonly ping: () => void,
    private readonly giveUp: () => void,
  ) {
    this.heard()
  }

  /** Something arrived: the silence is over. */
  heard(): void {
    this.#after(this.seconds * 1000, () => this.#ask(this.seconds * 1000))
  }

  /** Asks at once and waits only briefly: a device that slept holds a connection that is often long dead. */
  probe(): void {
    this.#ask(PROBE_MS)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #ask(patienceMs: number): void {
    this.#after(patienceMs, this.giveUp)
    this.ping()
  }

  #after(delayMs: number, act: () => void): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(act, delayMs)
  }
}
