import type { MarkerEvent } from '../protocol'
import { advance } from './cursors'
import { put } from './maps'
import type { ChatState, Conversation, Participant } from './state'

/** Both markers of the same person at their higher value: they only rise, in whatever order news of them comes. */
export function raise(held: Participant | undefined, news: Participant): Participant {
  if (!held) return news
  const readSeq = Math.max(held.readSeq, news.readSeq)
  return { userId: news.userId, readSeq, deliveredSeq: Math.max(held.deliveredSeq, news.deliveredSeq, readSeq) }
}

/** The conversation with somebody's markers raised. */
export function withMarker(conversation: Conversation, news: Participant): Conversation {
  const participants = conversation.participants.map(held => (held.userId === news.userId ? raise(held, news) : held))
  return { ...conversation, participants }
}

export function applyMarker(state: ChatState, event: MarkerEvent): ChatState {
  const conversation = state.conversations.get(event.conversationId)
  if (!conversation) return state
  const marked = advance(withMarker(conversation, event), event.version)
  return { ...state, conversations: put(state.conversations, conversation.id, marked) }
}
