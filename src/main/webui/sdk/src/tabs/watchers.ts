import type { PresenceEvent } from '../protocol'

interface Wish {
  userIds: readonly string[]
  /** When somebody looked at that tab last, in milliseconds since 1970; 0 when nobody did. */
  seenAt: number
}

/**
 * Whom the tabs of a person watch. The service takes one list for each connection: it is that of all tabs together, with
 * the people first whom the tab watches that was looked at last.
 */
export class Watchers {
  readonly #wishes = new Map<string, Wish>()
  /** What the service has told of those it watches, for tabs that come later. */
  readonly #told = new Map<string, PresenceEvent>()
  #asked: readonly string[] | undefined

  watch(tab: string, userIds: readonly string[], visible: boolean): void {
    this.#wishes.set(tab, { userIds, seenAt: visible ? Date.now() : (this.#wishes.get(tab)?.seenAt ?? 0) })
  }

  /** Somebody looks at this tab. */
  seen(tab: string): void {
    this.watch(tab, this.#wishes.get(tab)?.userIds ?? [], true)
  }

  remove(tab: string): void {
    this.#wishes.delete(tab)
  }

  /** The list for the service, at most so long; nothing when it has that one. */
  news(most: number): readonly string[] | undefined {
    const wishes = [...this.#wishes.values()].sort((a, b) => b.seenAt - a.seenAt)
    const wanted = [...new Set(wishes.flatMap(wish => wish.userIds))].slice(0, most)
    const asked = new Set(this.#asked)
    if (this.#asked && asked.size === wanted.length && wanted.every(id => asked.has(id))) return undefined
    this.#asked = wanted
    for (const id of this.#told.keys()) if (!wanted.includes(id)) this.#told.delete(id)
    return wanted
  }

  told(presence: PresenceEvent): void {
    if (this.#asked?.includes(presence.userId)) this.#told.set(presence.userId, presence)
  }

  /** What is known of these. */
  known(userIds: readonly string[]): PresenceEvent[] {
    return userIds.flatMap(id => this.#told.get(id) ?? [])
  }

  /** A new connection watches nobody yet. */
  reconnected(): void {
    this.#asked = undefined
    this.#told.clear()
  }
}
