import { retryDelay } from './back-off'
import { ChatError, isTemporary } from './errors'
import type { Line } from './line'
import { pause } from './pause'
import type { ErrorCode, MessageAck } from './protocol'
import { applyMessage } from './state/messages'
import { progress } from './state/outgoing'
import { outgoingOf } from './state/read'
import type { Outgoing } from './state/state'
import type { Store } from './store'

/** So often in a row the service may break on one message; then it is the message, and the ones behind it must not wait for ever. */
const MOST_BREAKDOWNS = 5

/**
 * Brings what was written to the service: strictly in order per conversation, one at a time, each until it is
 * acknowledged or refused for good. The `clientId` makes a repetition harmless.
 */
export class Sender {
  readonly #draining = new Set<string>()
  /** Stored, but not shown yet because the loaded history is behind: never to be sent again. */
  readonly #stored = new Set<string>()
  /** How often in a row the service broke on a message, by `clientId`. */
  readonly #breakdowns = new Map<string, number>()

  constructor(
    private readonly store: Store,
    private readonly line: Line,
  ) {}

  /** Sends whatever waits. Call it after writing and after every reconnect. */
  flush(): void {
    for (const id of new Set(this.store.state.outgoing.map(outgoing => outgoing.conversationId))) void this.#drain(id)
  }

  /** What was stored counts no more: somebody else is signed in, or the database is another one. */
  forget(): void {
    this.#stored.clear()
  }

  async #drain(conversationId: string): Promise<void> {
    if (this.#draining.has(conversationId)) return
    this.#draining.add(conversationId)
    for (let failures = 0; this.line.state.name === 'connected'; ) {
      const next = this.#next(conversationId)
      if (!next) break
      const retryMs = await this.#send(next, failures)
      failures = retryMs === undefined ? 0 : failures + 1
      if (retryMs !== undefined && this.line.state.name === 'connected') await pause(retryMs)
    }
    this.#draining.delete(conversationId)
  }

  #next(conversationId: string): Outgoing | undefined {
    return outgoingOf(this.store.state, conversationId).find(
      outgoing => outgoing.state !== 'failed' && !this.#stored.has(outgoing.clientId),
    )
  }

  /** Nothing when the message is done with, otherwise how long to wait before the next try, in milliseconds. */
  async #send(outgoing: Outgoing, failures: number): Promise<number | undefined> {
    const { clientId, conversationId, body } = outgoing
    this.store.update(state => progress(state, clientId, 'sending'))
    try {
      const ack = await this.line.ask({ type: 'message.send', conversationId, clientId, body })
      this.#acknowledged(outgoing, ack as MessageAck)
      return undefined
    } catch (error) {
      const code = error instanceof ChatError ? error.code : undefined
      if (!isTemporary(error) || this.#breaksDown(clientId, code)) {
        this.store.update(state => progress(state, clientId, 'failed', code))
        return undefined
      }
      this.store.update(state => progress(state, clientId, 'queued'))
      return retryDelay(error, failures)
    }
  }

  #breaksDown(clientId: string, code: ErrorCode | undefined): boolean {
    const count = code === 'internal' ? (this.#breakdowns.get(clientId) ?? 0) + 1 : 0
    const enough = count === MOST_BREAKDOWNS
    if (enough) this.#breakdowns.delete(clientId)
    else this.#breakdowns.set(clientId, count)
    return enough
  }

  #acknowledged({ clientId, conversationId, body }: Outgoing, ack: MessageAck): void {
    this.#stored.add(clientId)
    this.#breakdowns.delete(clientId)
    const { messageId: id, seq, version, createdAt } = ack
    this.store.update(state => {
      if (state.me === undefined) return state
      const message = { id, conversationId, seq, version, senderId: state.me, clientId, body, createdAt }
      return applyMessage(state, { conversationId, version, message })
    })
  }
}
