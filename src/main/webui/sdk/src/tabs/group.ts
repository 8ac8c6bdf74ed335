import { newId } from '../ids'
import type { Said } from './said'
import type { Channel, Surroundings } from './surroundings'

export interface GroupListener {
  said(said: Said): void
  /** This tab leads from now on. */
  leads(): void
  /** Another tab has taken the lead because this one did not answer. */
  deposed(): void
  /** The browser does not let this page have locks. */
  unavailable(): void
}

/**
 * This tab's place among the tabs of one person. Whoever holds the lock of the group's name leads; the browser frees it
 * when that tab ends, however it ends, and gives it to the next one. A second lock of the tab's own says that it is here.
 */
export class Group {
  readonly tab = newId()
  readonly #channel: Channel
  /** Counts the wishes to lead, so that the outcome of one that was given up is left alone. */
  #wish = 0
  #queue = new AbortController()
  #release: (() => void) | undefined
  readonly #life = new AbortController()

  constructor(
    private readonly surroundings: Surroundings,
    private readonly name: string,
    private readonly listener: GroupListener,
  ) {
    this.#channel = new surroundings.BroadcastChannel(name)
    this.#channel.onmessage = ({ data }) => listener.said(data as Said)
    void this.#enter()
  }

  /** Whether somebody can see this tab. */
  isVisible(): boolean {
    return this.surroundings.isVisible()
  }

  say(said: Said): void {
    this.#channel.postMessage(said)
  }

  /** Takes the lead from a tab that does not answer. */
  steal(): void {
    if (this.#release) return
    this.#queue.abort()
    void this.#lead({ steal: true })
  }

  /** Calls `gone` once that tab has ended, however it ended. */
  whenGone(tab: string, gone: () => void, signal: AbortSignal): void {
    this.surroundings.locks.request(this.#presence(tab), { signal }, gone).catch(() => {})
  }

  leave(): void {
    this.#wish++
    this.#queue.abort()
    this.#channel.onmessage = null
    this.#channel.close()
    this.#release?.()
    this.#life.abort()
  }

  async #enter(): Promise<void> {
    const { signal } = this.#life
    try {
      await this.surroundings.locks.request(this.#presence(this.tab), { signal }, () => {
        // It may be given to somebody who has left meanwhile.
        if (signal.aborted) return undefined
        // Unless this tab had to take the lead before its turn.
        if (this.#wish === 0) void this.#wait()
        return new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
      })
    } catch {
      if (!signal.aborted) this.listener.unavailable()
    }
  }

  #wait(): Promise<void> {
    this.#queue = new AbortController()
    return this.#lead({ signal: this.#queue.signal })
  }

  async #lead(options: LockOptions): Promise<void> {
    const wish = ++this.#wish
    try {
      await this.surroundings.locks.request(this.name, options, () => {
        if (wish !== this.#wish) return undefined
        const released = new Promise<void>(resolve => (this.#release = resolve))
        this.listener.leads()
        return released
      })
    } catch {
      if (wish !== this.#wish) return
      this.#release = undefined
      this.listener.deposed()
      void this.#wait()
    }
  }

  #presence(tab: string): string {
    return `${this.name} ${tab}`
  }
}
