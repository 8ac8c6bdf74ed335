import { type ChatState, type Conversation, EMPTY_STATE, type MessageView, unread } from '@eplatform/chat'

/** Messages of others that have come in one conversation. */
export interface Arrival {
  readonly conversation: Conversation
  readonly count: number
  /** The newest of them. */
  readonly message: MessageView
}

/** What others have written between two states, by conversation. Loading what is older is no arrival, and neither is what I wrote elsewhere. */
export function arrivalsBetween(before: ChatState, after: ChatState): Arrival[] {
  if (before.me !== after.me || before.conversations === after.conversations) return []
  const newest = Math.max(0, ...[...before.conversations.values()].map(lastActive))
  return [...after.conversations.values()].flatMap(conversation => {
    const { lastMessage: message } = conversation
    const count = freshIn(conversation, before, after, newest)
    return count > 0 && message && message.senderId !== after.me ? [{ conversation, count, message }] : []
  })
}

/**
 * Follows a client from the moment it first reached the service: what was written before, while nobody was here, is seen
 * in the list and is no news of now.
 */
export class Arrivals {
  #told: ChatState = EMPTY_STATE
  #since: number | undefined

  /** What has come since this was asked last. */
  upTo(state: ChatState): Arrival[] {
    const arrivals = arrivalsBetween(this.#told, state)
    this.#told = state
    if (state.connection.name === 'connected') this.#since ??= Date.parse(state.connection.welcome.serverTime)
    const since = this.#since
    return since === undefined ? [] : arrivals.filter(({ message }) => Date.parse(message.createdAt) >= since)
  }
}

/** How many messages have come. A conversation that was not here is new, and not loaded late, when it is more recent than all that were. */
function freshIn(conversation: Conversation, before: ChatState, after: ChatState, newest: number): number {
  const known = before.conversations.get(conversation.id)
  if (known) return known === conversation ? 0 : conversation.lastSeq - known.lastSeq
  return before.list.name === 'ready' && lastActive(conversation) > newest ? unread(after, conversation) : 0
}

function lastActive({ lastActivity }: Conversation): number {
  return Date.parse(lastActivity)
}
