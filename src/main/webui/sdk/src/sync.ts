import { backOff, retryDelay } from './back-off'
import { isTemporary } from './errors'
import { MOST_MISSED } from './history'
import type { Line } from './line'
import { pause } from './pause'
import type { ConversationEvent, DurableEvent, MessageEvent, Synced } from './protocol'
import { apply } from './state/apply'
import { applyConversation } from './state/conversations'
import { beginSync, cursorsOf, endSync, hasGap, reachSync } from './state/cursors'
import { without } from './state/maps'
import { applyMessage } from './state/messages'
import type { ChatState } from './state/state'
import type { Store } from './store'

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
  /** Messages behind the end of what is held: they come in the order of their changes, and are held in their own. */
  readonly #deferred = new Map<string, Map<number, MessageEvent>>()
  /** Conversations that are new: there may be hundreds, and they are one change. */
  #met: ConversationEvent[] = []

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
    if (event.type === 'conversation' && this.#asking) this.#met.push(event)
    else if (event.type === 'message' && this.#asking && isBeyond(this.store.state, event)) this.#defer(event)
    else this.store.update(state => reachSync(apply(state, event, Date.now()), event))
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
    const events = [...this.#deferred.values()].map(bySeq => [...bySeq.values()].sort((a, b) => a.message.seq - b.message.seq))
    const met = this.#met
    this.#met = []
    this.#deferred.clear()
    this.#asking = false
    this.store.update(state => events.reduce(follow, met.reduce(applyConversation, state)))
  }

  #synced({ reset = [] }: Synced): void {
    this.store.update(endSync)
    if (reset.length > 0) this.onReset(reset)
  }

  #defer(event: MessageEvent): void {
    const bySeq = this.#deferred.get(event.conversationId) ?? new Map<number, MessageEvent>()
    this.#deferred.set(event.conversationId, bySeq)
    const known = bySeq.get(event.message.seq)
    if (!known || known.version < event.version) bySeq.set(event.message.seq, event)
  }
}

/** Whether a message comes behind the end of what is held. */
function isBeyond({ threads }: ChatState, { conversationId, message }: MessageEvent): boolean {
  const messages = threads.get(conversationId)?.messages ?? []
  return messages.length > 0 && message.seq > messages.at(-1)!.seq
}

/** The state after the messages of one conversation that came behind its end, in rising `seq`. Very many do not come into the window. */
function follow(state: ChatState, events: readonly MessageEvent[]): ChatState {
  const play = (before: ChatState) => events.reduce((now, event) => reachSync(applyMessage(now, event), event), before)
  if (events.length <= MOST_MISSED) return play(state)
  const { threads } = state
  return { ...play({ ...state, threads: without(threads, events[0]!.conversationId) }), threads }
}
