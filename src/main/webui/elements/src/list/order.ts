import { byActivity, type ChatState, type Conversation } from '@eplatform/chat'
import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** A pointer that rests on the list for this long aims at nothing, in milliseconds. */
const IDLE_MS = 10_000

/**
 * Newest activity first, but not while somebody is about to choose: no row moves under a pointer or under the focus of
 * the keyboard. What has changed meanwhile settles when both have left.
 */
export class SettledOrder implements ReactiveController {
  #ids: readonly string[] = []
  #pointed = false
  #idle: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.#idle)
    this.#pointed = false
  }

  /**
   * The conversations as they are shown now. One that is new here waits while the order is held, unless its place is at
   * the end. `focused` says that a row has the focus of the keyboard.
   */
  of(state: ChatState, focused: boolean): Conversation[] {
    const sorted = byActivity(state)
    const shown = this.#pointed || focused ? held(this.#ids, sorted) : sorted
    this.#ids = shown.map(({ id }) => id)
    return shown
  }

  /** Lets the order settle now, such as when another conversation is opened. */
  settle(): void {
    this.#ids = []
  }

  /** A finger that scrolls or taps aims at what it sees only for that moment, so only a mouse holds. */
  pointed(event: PointerEvent): void {
    if (event.pointerType !== 'mouse') return
    clearTimeout(this.#idle)
    this.#pointed = true
    this.#idle = setTimeout(() => this.pointedAway(), IDLE_MS)
  }

  pointedAway(): void {
    clearTimeout(this.#idle)
    if (!this.#pointed) return
    this.#pointed = false
    this.host.requestUpdate()
  }
}

function held(ids: readonly string[], sorted: readonly Conversation[]): Conversation[] {
  if (ids.length === 0) return [...sorted]
  const places = new Map(sorted.map((conversation, index) => [conversation.id, index]))
  const known = ids.flatMap(id => sorted[places.get(id) ?? -1] ?? [])
  const end = Math.max(-1, ...known.map(({ id }) => places.get(id)!))
  return [...known, ...sorted.slice(end + 1)]
}
