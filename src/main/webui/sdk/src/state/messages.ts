import type { MessageEvent, MessageView } from '../protocol'
import { advance } from './cursors'
import { put } from './maps'
import { withMarker } from './markers'
import { discard } from './outgoing'
import type { ChatState, Conversation } from './state'
import { comes, hold, holds } from './threads'
import { endTyping } from './typing'

/**
 * A message is there, or has changed. Applying it twice, or an older version of it later, is harmless.
 * One that would leave a hole in the loaded history only raises `lastSeq`; the history is then behind, and is read on.
 */
export function applyMessage(state: ChatState, event: Pick<MessageEvent, 'conversationId' | 'version' | 'message'>): ChatState {
  const { message } = event
  const conversation = state.conversations.get(event.conversationId)
  if (!conversation) return settle(state, message)
  const conversations = put(state.conversations, conversation.id, withMessage(conversation, message, event.version))
  const next = settle(hold({ ...state, conversations }, message), message)
  return message.seq > conversation.lastSeq ? endTyping(next, message.conversationId, message.senderId) : next
}

function withMessage(conversation: Conversation, message: MessageView, version: number): Conversation {
  const newest = message.seq > conversation.lastSeq
  const held = conversation.lastMessage
  const isLast = newest || (held?.id === message.id && message.version > held.version)
  // Who sends has read what was before.
  const marker = { userId: message.senderId, readSeq: message.seq, deliveredSeq: message.seq }
  return {
    ...advance(withMarker(conversation, marker), version),
    lastSeq: Math.max(conversation.lastSeq, message.seq),
    ...(isLast && { lastMessage: message }),
    ...(newest && { lastActivity: message.createdAt }),
  }
}

/**
 * A message of mine was stored by an earlier try, and may have been changed since. If the change that made it has not been
 * applied there is a gap, and a sync tells what has become of it.
 */
export function storedBefore(state: ChatState, conversationId: string, clientId: string, version: number): ChatState {
  const conversation = state.conversations.get(conversationId)
  if (!conversation || conversation.cursor >= version) return discard(state, clientId)
  return { ...state, conversations: put(state.conversations, conversationId, { ...conversation, version: Math.max(conversation.version, version) }) }
}

/** The outgoing copy of a message ends once the stored one is shown instead, or would not be shown in any case. */
export function settle(state: ChatState, message: MessageView): ChatState {
  if (message.senderId !== state.me) return state
  if (!holds(state, message) && comes(state, message.conversationId, message.seq)) return state
  const outgoing = state.outgoing.filter(
    mine => mine.clientId !== message.clientId || mine.conversationId !== message.conversationId,
  )
  return outgoing.length === state.outgoing.length ? state : { ...state, outgoing }
}
