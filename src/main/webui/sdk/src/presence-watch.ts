import type { ConnectionState } from './connection-state'
import type { Line } from './line'
import { forgetPresence, watchPeople } from './state/presence'
import type { Store } from './store'

/** So long, in milliseconds, what was told holds without a connection: a shorter loss is nobody's business. */
const HOLDS_MS = 5000

/**
 * Several parts of a page each watch some people; the service is told of all of them as one list. It has a limit: what
 * somebody looked at last comes first, and the rest of the list of conversations last.
 */
export class PresenceWatch {
  readonly #wanted = new Map<string, readonly string[]>()
  #others: () => readonly string[] = () => []
  /** What the service was told last on this connection. */
  #told: string | undefined
  #scheduled = false
  #expiry: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly store: Store,
    private readonly line: Line,
  ) {}

  /** Watches these people on behalf of `watcher`, in place of those it watched before. */
  watch(watcher: string, userIds: readonly string[]): void {
    // Taken out and put in again, it is the last one.
    this.#wanted.delete(watcher)
    this.#wanted.set(watcher, userIds)
    this.#schedule()
  }

  /** Watches these people as far as there is room, the first ones first. They are asked for once, however often this is called. */
  fillUp(userIds: () => readonly string[]): void {
    this.#others = userIds
    this.#schedule()
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    queueMicrotask(() => {
      this.#scheduled = false
      this.#tell()
    })
  }

  /** A new connection watches nobody yet. */
  reconnected(): void {
    this.#told = undefined
    this.#tell()
  }

  /** What was told holds for a while after the connection is lost, and not after it is given up. */
  connectionChanged(name: ConnectionState['name']): void {
    if (name === 'offline' || name === 'connecting') {
      this.#expiry ??= setTimeout(() => this.store.update(forgetPresence), HOLDS_MS)
      return
    }
    clearTimeout(this.#expiry)
    this.#expiry = undefined
    if (name === 'closed') this.store.update(forgetPresence)
  }

  #tell(): void {
    if (this.line.state.name !== 'connected') return
    const { watchedUsers } = this.line.state.welcome.limits
    const userIds = [...new Set([...this.#wanted.values()].reverse().concat(this.#others()).flat())].slice(0, watchedUsers)
    const list = userIds.toSorted().join('\n')
    if (list === this.#told) return
    const newConnection = this.#told === undefined
    this.#told = list
    this.store.update(state => watchPeople(state, userIds, newConnection))
    this.line.tell({ type: 'presence.watch', userIds })
  }
}
