import { retryDelay } from './back-off'
import { isTemporary } from './errors'
import type { Line } from './line'
import { put } from './state/maps'
import { withMarker } from './state/markers'
import { marker } from './state/read'
import type { ChatState, Participant } from './state/state'
import type { Store } from './store'

/** Markers of one conversation are told at most once in this many milliseconds; the last one wins. */
const INTERVAL_MS = 500

/** Tells the service how far I have received and read. What is shown rises at once, before it is told. */
export class Receipts {
  readonly #untold = new Map<string, Participant>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #telling = false
  #toldAt = 0
  #failures = 0

  constructor(
    private readonly store: Store,
    private readonly line: Line,
  ) {}

  /** I have seen everything up to `seq`. */
  read(conversationId: string, seq: number): void {
    this.#raise(conversationId, { readSeq: seq, deliveredSeq: seq })
  }

  /** Notices what has arrived since it was last told. */
  received(state: ChatState): void {
    for (const { id, lastSeq } of state.conversations.values()) this.#raise(id, { readSeq: 0, deliveredSeq: lastSeq })
  }

  /** Tells what is still untold, not before `pauseMs`. Call it after every reconnect. */
  flush(pauseMs = 0): void {
    if (this.#timer !== undefined || this.#telling || this.#untold.size === 0) return
    const delay = Math.max(pauseMs, this.#toldAt + INTERVAL_MS - Date.now())
    this.#timer = setTimeout(() => void this.#tellAll(), delay)
  }

  /** What the service has not been told yet, by conversation. */
  get untold(): readonly (readonly [string, Participant])[] {
    return [...this.#untold]
  }

  /** What an earlier page could not tell. */
  restore(untold: readonly (readonly [string, Participant])[]): void {
    for (const [conversationId, markers] of untold) this.#untold.set(conversationId, markers)
  }

  /** What is untold counts no more: somebody else is signed in, or the database is another one. */
  forget(): void {
    this.#untold.clear()
  }

  #raise(conversationId: string, to: Omit<Participant, 'userId'>): void {
    const { me, conversations } = this.store.state
    const conversation = conversations.get(conversationId)
    const mine = conversation && marker(conversation, me)
    if (!mine || (mine.readSeq >= to.readSeq && mine.deliveredSeq >= to.deliveredSeq)) return
    const raised = withMarker(conversation, { userId: mine.userId, ...to })
    this.#untold.set(conversationId, marker(raised, me)!)
    this.store.update(state => ({ ...state, conversations: put(state.conversations, conversationId, raised) }))
    this.flush()
  }

  /** One after the other: a start with many unread conversations must not flood the service. */
  async #tellAll(): Promise<void> {
    this.#timer = undefined
    this.#telling = true
    this.#toldAt = Date.now()
    let pauseMs: number | undefined
    for (const [conversationId, told] of [...this.#untold]) {
      if (this.line.state.name !== 'connected' || pauseMs !== undefined) break
      pauseMs = await this.#tell(conversationId, told)
    }
    this.#telling = false
    if (this.line.state.name === 'connected') this.flush(pauseMs)
  }

  /** Nothing when that is done with, otherwise how long to wait before the next try, in milliseconds. */
  async #tell(conversationId: string, told: Participant): Promise<number | undefined> {
    const { readSeq, deliveredSeq } = told
    try {
      await this.line.ask({ type: 'marker.set', conversationId, readSeq, deliveredSeq })
    } catch (error) {
      if (isTemporary(error)) return retryDelay(error, this.#failures++)
    }
    this.#failures = 0
    if (this.#untold.get(conversationId) === told) this.#untold.delete(conversationId)
    return undefined
  }
}
