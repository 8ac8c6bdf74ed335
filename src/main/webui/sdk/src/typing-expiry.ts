import { expireTyping, nextExpiry } from './state/typing'
import type { Store } from './store'

/** Ends the typing of people who stopped without a word. */
export class TypingExpiry {
  #timer: ReturnType<typeof setTimeout> | undefined
  #at: number | undefined

  constructor(private readonly store: Store) {
    store.subscribe(() => this.#schedule())
  }

  #schedule(): void {
    const at = nextExpiry(this.store.state)
    if (at === this.#at) return
    this.#at = at
    clearTimeout(this.#timer)
    if (at !== undefined) this.#timer = setTimeout(() => this.#expire(), Math.max(0, at - Date.now()))
  }

  #expire(): void {
    this.#at = undefined
    this.store.update(state => expireTyping(state, Date.now()))
  }
}
