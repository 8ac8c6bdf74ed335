import { type Conversation, marker } from '@eplatform/chat'

/**
 * The line above what was unread when the conversation was opened. It stays where it is until somebody leaves,
 * although everything below it is read by then.
 */
export class NewLine {
  #conversationId: string | undefined
  #after: number | undefined
  #count = 0

  /** The `seq` after which the new ones begin, or nothing when there were none. */
  get after(): number | undefined {
    return this.#count > 0 ? this.#after : undefined
  }

  /** The `seq` of the first new one. */
  get first(): number | undefined {
    return this.after === undefined ? undefined : this.after + 1
  }

  get count(): number {
    return this.#count
  }

  follow(conversation: Conversation | undefined, me: string | undefined): void {
    if (!conversation || me === undefined || conversation.id === this.#conversationId) return
    const readSeq = marker(conversation, me)?.readSeq ?? conversation.lastSeq
    this.#conversationId = conversation.id
    this.#after = readSeq
    this.#count = conversation.lastSeq - readSeq
  }
}
