import type { MessageView } from '../protocol'
import type { ChatState, Conversation, Outgoing, Person, Presence } from './state'

/** Newest activity first. */
export function byActivity(state: ChatState): Conversation[] {
  const written = new Map([...state.conversations.values()].map(conversation => [conversation, lastWritten(state, conversation)]))
  return [...written.keys()].sort((a, b) => written.get(b)! - written.get(a)! || a.id.localeCompare(b.id))
}

/** When something was last said in it, in milliseconds since 1970; what is still on its way counts too. */
function lastWritten(state: ChatState, { id, lastActivity }: Conversation): number {
  return Math.max(Date.parse(lastActivity), ...outgoingOf(state, id).map(outgoing => Date.parse(outgoing.writtenAt)))
}

/** How many messages I have not read. */
export function unread(state: ChatState, conversation: Conversation): number {
  return Math.max(0, conversation.lastSeq - (marker(conversation, state.me)?.readSeq ?? conversation.lastSeq))
}

/** How many messages I have not read, in all conversations that are here. */
export function totalUnread(state: ChatState): number {
  let total = 0
  for (const conversation of state.conversations.values()) total += unread(state, conversation)
  return total
}

/** The person on the other side of a direct conversation; nobody until it is known which side is mine. */
export function partner(state: ChatState, conversation: Conversation): Person | undefined {
  if (state.me === undefined) return undefined
  const other = conversation.participants.find(participant => participant.userId !== state.me)
  return other && state.people.get(other.userId)
}

/** Whether somebody is online. */
export function presenceOf(state: ChatState, userId: string): Presence {
  return state.presence.get(userId) ?? { name: 'unknown' }
}

/** What a conversation is called. */
export function nameOf(state: ChatState, conversation: Conversation): string {
  return conversation.title ?? partner(state, conversation)?.name ?? ''
}

/** The people who are typing in it. */
export function typists(state: ChatState, conversationId: string): Person[] {
  return [...(state.typing.get(conversationId)?.keys() ?? [])].flatMap(id => state.people.get(id) ?? [])
}

/** Whether it goes out no more by itself: somebody has to try it again, take it back or drop it. */
export function isStuck({ state }: Pick<Outgoing, 'state'>): boolean {
  return state === 'failed' || state === 'rejected'
}

export function outgoingOf(state: ChatState, conversationId: string): Outgoing[] {
  return state.outgoing.filter(outgoing => outgoing.conversationId === conversationId)
}

/** How far a stored message of my own has come: the one who is furthest behind counts. */
export function deliveryOf(state: ChatState, message: MessageView): 'sent' | 'delivered' | 'read' {
  const others = state.conversations.get(message.conversationId)?.participants.filter(p => p.userId !== state.me) ?? []
  if (others.length > 0 && others.every(other => other.readSeq >= message.seq)) return 'read'
  if (others.length > 0 && others.every(other => other.deliveredSeq >= message.seq)) return 'delivered'
  return 'sent'
}

/** Whether a loaded history that should end where the conversation does ends before. */
export function isBehind(state: ChatState, conversationId: string): boolean {
  const thread = state.threads.get(conversationId)
  const lastSeq = state.conversations.get(conversationId)?.lastSeq ?? 0
  return thread !== undefined && !thread.hasNewer && (thread.messages.at(-1)?.seq ?? 0) < lastSeq
}

export function marker(conversation: Conversation, userId: string | undefined) {
  return conversation.participants.find(participant => participant.userId === userId)
}
