import { type ChatState, EMPTY_STATE } from './state/state'

/** Holds the one state and is the only place where it is exchanged. */
export class Store {
  #state: ChatState = EMPTY_STATE
  readonly #listeners = new Set<(state: ChatState) => void>()

  get state(): ChatState {
    return this.#state
  }

  update(change: (state: ChatState) => ChatState): void {
    const next = change(this.#state)
    if (next === this.#state) return
    this.#state = next
    for (const listener of this.#listeners) listener(this.#state)
  }

  /** Calls the listener after every change. Returns what ends that. */
  subscribe(listener: (state: ChatState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
