import { type Conversation, marker } from '@eplatform/chat'

/**
 * The line above what was unread when the conversation was opened. It stays where it is until somebody leaves,
 * although everything below it is read by then. What comes to a page that nobody looks at begins a new one, as long as
 * everything above was read.
 */
export class NewLine {
  #conversationId: string | undefined
  #after = 0
  #count = 0
  #skipped = false

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

  /** Whether there are new messages that the reader has not been led to. */
  get skipped(): boolean {
    return this.#count > 0 && this.#skipped
  }

  /** The reader went past the new messages, or has come to where they begin. */
  set skipped(skipped: boolean) {
    this.#skipped = skipped
  }

  /** Says whether the line is another one now. `isLookedAt` says whether somebody has the page before them, and is asked only where that matters. */
  follow(conversation: Conversation | undefined, me: string | undefined, isLookedAt: () => boolean): boolean {
    if (!conversation || me === undefined) return false
    const readSeq = marker(conversation, me)?.readSeq ?? conversation.lastSeq
    const entered = conversation.id !== this.#conversationId
    const isNew = readSeq < conversation.lastSeq && (readSeq === this.#after || readSeq >= this.#after + this.#count)
    if (!entered && !(isNew && !isLookedAt())) return false
    this.#skipped ||= entered || readSeq !== this.#after || this.#count === 0
    const count = conversation.lastSeq - readSeq
    const isOther = this.#after !== readSeq || this.#count !== count
    this.#conversationId = conversation.id
    this.#after = readSeq
    this.#count = count
    return isOther
  }
}
