import { put, without } from './maps'
import type { ChatState } from './state'

/** Keeps what is being written in a conversation; an empty text is none. */
export function keepDraft(state: ChatState, conversationId: string, text: string): ChatState {
  const drafts = text === '' ? without(state.drafts, conversationId) : put(state.drafts, conversationId, text)
  return { ...state, drafts }
}
