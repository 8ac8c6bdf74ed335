import { drop, type End, withoutThread } from './state/threads'
import type { Store } from './store'

/** What is kept of a conversation that nobody looks at, in messages. */
const KEPT = 50
/** So many conversations are kept that nobody looks at; of others the history is loaded again when they are opened. */
const MOST_KEPT = 50

/** When more than this was missed, in messages, it is not read on, but paged like any other past. */
export const MOST_MISSED = 500

/** Which conversations are looked at, and how little is held of the others. */
export class Windows {
  /** How many show it, the one that was left last at the end. */
  readonly #shown = new Map<string, number>()

  constructor(private readonly store: Store) {}

  /** Somebody looks at it, until the returned function is called. */
  show(conversationId: string): () => void {
    const count = this.#shown.get(conversationId) ?? 0
    this.#shown.set(conversationId, count + 1)
    let left = false
    return () => {
      if (left) return
      left = true
      this.#leave(conversationId)
    }
  }

  /** Drops messages at one end. */
  drop(conversationId: string, end: End, count: number): void {
    this.store.update(state => drop(state, conversationId, end, count))
  }

  /** Whether somebody looks at it. */
  isShown(conversationId: string): boolean {
    return (this.#shown.get(conversationId) ?? 0) > 0
  }

  #leave(conversationId: string): void {
    const count = this.#shown.get(conversationId)! - 1
    // Taken out and put in again, it is the last one.
    this.#shown.delete(conversationId)
    this.#shown.set(conversationId, count)
    if (count > 0) return
    this.#shrink(conversationId)
    const unseen = [...this.#shown].filter(([, count]) => count === 0).map(([id]) => id)
    for (const id of unseen.slice(0, -MOST_KEPT)) {
      this.#shown.delete(id)
      this.store.update(state => withoutThread(state, id))
    }
  }

  #shrink(conversationId: string): void {
    const thread = this.store.state.threads.get(conversationId)
    if (!thread) return
    if (thread.hasNewer) this.store.update(state => withoutThread(state, conversationId))
    else this.drop(conversationId, 'oldest', thread.messages.length - KEPT)
  }
}
