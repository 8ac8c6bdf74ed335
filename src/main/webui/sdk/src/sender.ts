import { retryDelay } from './back-off'
import { ChatError, isTemporary } from './errors'
import type { Outbox } from './kept/outbox'
import type { Line } from './line'
import { pause } from './pause'
import type { ErrorCode, MessageAck } from './protocol'
import { applyMessage, storedBefore } from './state/messages'
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
  /** How often in a row the service broke on a message, by `clientId`. */
  readonly #breakdowns = new Map<string, number>()

  constructor(
    private readonly store: Store,
    private readonly line: Line,
    private readonly outbox: Outbox,
  ) {}

  /** Sends whatever waits. Call it after writing and after every reconnect. */
  flush(): void {
    for (const id of new Set(this.store.state.outgoing.map(outgoing => outgoing.conversationId))) void this.#drain(id)
  }

  /** Of all tabs that share an outbox the one with the connection sends; who shares nothing sends its own. */
  get #maySend(): boolean {
    return this.line.state.name === 'connected' && (this.line.leads || this.store.state.kept === 'memory')
  }

  async #drain(conversationId: string): Promise<void> {
    if (this.#draining.has(conversationId)) return
    this.#draining.add(conversationId)
    for (let failures = 0; this.#maySend; ) {
      const next = this.outbox.next(conversationId)
      if (!next) break
      const retryMs = await this.#send(next, failures)
      failures = retryMs === undefined ? 0 : failures + 1
      if (retryMs !== undefined && this.line.state.name === 'connected') await pause(retryMs)
    }
    this.#draining.delete(conversationId)
  }

  /** Nothing when the message is done with, otherwise how long to wait before the next try, in milliseconds. */
  async #send(outgoing: Outgoing, failures: number): Promise<number | undefined> {
    const { clientId, conversationId, body } = outgoing
    this.outbox.progress(clientId, 'sending')
    try {
      const ack = await this.line.ask({ type: 'message.send', conversationId, clientId, body })
      this.#acknowledged(outgoing, ack as MessageAck)
      return undefined
    } catch (error) {
      const code = error instanceof ChatError ? error.code : undefined
      if (!isTemporary(error) || this.#breaksDown(clientId, code)) {
        this.outbox.progress(clientId, isTemporary(error) ? 'failed' : 'rejected', code)
        return undefined
      }
      this.outbox.progress(clientId, 'queued')
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
    const { messageId: id, seq, version, createdAt, duplicate } = ack
    this.outbox.stored(clientId, seq)
    this.#breakdowns.delete(clientId)
    this.store.update(state => {
      if (duplicate) return storedBefore(state, conversationId, clientId, version)
      if (state.me === undefined) return state
      const message = { id, conversationId, seq, version, senderId: state.me, clientId, body, createdAt }
      return applyMessage(state, { conversationId, version, message })
    })
  }
}
