import { backOff, retryDelay } from './back-off'
import { isTemporary } from './errors'
import type { Line } from './line'
import { pause } from './pause'
import type { DurableEvent, Synced } from './protocol'
import { apply } from './state/apply'
import { beginSync, cursorsOf, endSync, hasGap, reachSync } from './state/cursors'
import { without } from './state/maps'
import type { ChatState } from './state/state'
import type { Store } from './store'
import { MOST_MISSED } from './windows'

/** What of a frame is not cursors, in bytes. */
const FRAME_REST = 512

/**
 * Makes up for what was missed: after every welcome, and whenever a version tells that something did not arrive.
 * What is held is named with its cursors; the service tells what changed since, and of conversations that are new.
 */
export class Sync {
  /** Counts the rounds, so that one that waits for another try knows that it was overtaken. */
  #round = 0
  #active = false
  /** A question is under way. */
  #asking = false
  /** The service will not answer on this connection. */
  #refused = false
  /** What came while a question was under way. It may be very much, and is one change: nobody shall see it arrive bit by bit. */
  #deferred: DurableEvent[] = []

  constructor(
    private readonly store: Store,
    private readonly line: Line,
    /** Drops these conversations and loads them anew. */
    private readonly onReset: (conversationIds: readonly string[]) => void,
  ) {}

  /** Whether what is missing is on its way. */
  get asking(): boolean {
    return this.#asking
  }

  /** A new connection: what happened before it is missing. */
  reconnected(): void {
    this.#refused = false
    void this.#run()
  }

  /** Closes a gap. Any number of them is one sync, and while one is under way there is no other. */
  repair(): void {
    if (!this.#active && !this.#refused) void this.#run()
  }

  /** Takes over an event. */
  receive(event: DurableEvent): void {
    if (this.#asking) this.#deferred.push(event)
    else this.store.update(state => apply(state, event, Date.now()))
  }

  async #run(): Promise<void> {
    const round = ++this.#round
    this.#active = true
    for (let failures = 0; round === this.#round && this.line.state.name === 'connected'; failures++) {
      try {
        await this.#ask(round)
        if (round !== this.#round || ![...this.store.state.conversations.values()].some(hasGap)) break
        await pause(backOff(failures))
      } catch (error) {
        this.#refused = !isTemporary(error)
        if (this.#refused) break
        await pause(retryDelay(error, failures))
      }
    }
    if (round === this.#round) this.#active = false
  }

  async #ask(round: number): Promise<void> {
    const { state: connection } = this.line
    if (connection.name !== 'connected') return
    const { epoch, limits } = connection.welcome
    for (const cursors of cursorsOf(this.store.state, limits.frameBytes - FRAME_REST)) {
      if (round !== this.#round) return
      this.#asking = true
      this.store.update(state => beginSync(state, Object.keys(cursors)))
      const asked = this.line.ask({ type: 'sync', epoch, cursors })
      const answer = await asked.finally(() => round === this.#round && this.#takeDeferred())
      if (round === this.#round) this.#synced(answer as Synced)
    }
  }

  /** Whatever came of the question, what came before its answer holds. */
  #takeDeferred(): void {
    const events = this.#deferred
    this.#deferred = []
    this.#asking = false
    this.store.update(state => applyAll(state, events))
  }

  #synced({ reset = [] }: Synced): void {
    this.store.update(endSync)
    if (reset.length > 0) this.onReset(reset)
  }
}

/**
 * The state after events that came together. They come in the order of their versions; messages are taken in their own, or an
 * edit of one would leave a hole. Very many behind the end of a window do not come into it.
 */
function applyAll(state: ChatState, events: readonly DurableEvent[]): ChatState {
  const sorted = events.toSorted((a, b) => seqOf(a) - seqOf(b))
  const newest = new Map(sorted.map(event => [event.conversationId, seqOf(event)]))
  return sorted.reduce((now, event) => {
    const end = state.threads.get(event.conversationId)?.messages.at(-1)?.seq ?? Infinity
    const apart = seqOf(event) > end && newest.get(event.conversationId)! > end + MOST_MISSED
    return reachSync(apart ? applyApart(now, event) : apply(now, event, Date.now()), event)
  }, state)
}

function applyApart(state: ChatState, event: DurableEvent): ChatState {
  const { threads } = state
  return { ...apply({ ...state, threads: without(threads, event.conversationId) }, event, Date.now()), threads }
}

function seqOf(event: DurableEvent): number {
  return event.type === 'message' ? event.message.seq : 0
}
