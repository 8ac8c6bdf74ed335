/**
 * Notices a dead connection: a network that goes away tells nobody. After some silence it pings, and after some more
 * it gives up. All times are in milliseconds.
 */
export class Heartbeat {
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly silenceMs: () => number,
    private readonly patienceMs: number,
    private readonly ping: () => void,
    private readonly giveUp: () => void,
  ) {
    this.heard()
  }

  /** Something arrived: the silence is over. */
  heard(): void {
    this.#after(this.silenceMs(), () => this.probe(this.patienceMs))
  }

  /** Asks at once, and waits so long: a device that slept holds a connection that is often long dead. */
  probe(patienceMs: number): void {
    this.#after(patienceMs, this.giveUp)
    this.ping()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #after(delayMs: number, act: () => void): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(act, delayMs)
  }
}
