import type { TypingEvent } from '../protocol'
import { put, without } from './maps'
import type { ChatState } from './state'

/** How long somebody counts as typing after they said so, in milliseconds: a lost "no longer" must not stay for ever. */
export const TYPING_MS = 7000

export function applyTyping(state: ChatState, event: TypingEvent, now: number): ChatState {
  if (!event.active) return endTyping(state, event.conversationId, event.userId)
  const typists = put(state.typing.get(event.conversationId) ?? new Map(), event.userId, now + TYPING_MS)
  return { ...state, typing: put(state.typing, event.conversationId, typists) }
}

export function endTyping(state: ChatState, conversationId: string, userId: string): ChatState {
  const typists = state.typing.get(conversationId)
  if (!typists?.has(userId)) return state
  const rest = without(typists, userId)
  const typing = rest.size > 0 ? put(state.typing, conversationId, rest) : without(state.typing, conversationId)
  return { ...state, typing }
}

/** Ends what is over. Gives the same state when nothing is. */
export function expireTyping(state: ChatState, now: number): ChatState {
  let next = state
  for (const [conversationId, typists] of state.typing) {
    for (const [userId, until] of typists) if (until <= now) next = endTyping(next, conversationId, userId)
  }
  return next
}

/** When the next one is over, in milliseconds since 1970. */
export function nextExpiry(state: ChatState): number | undefined {
  const ends = [...state.typing.values()].flatMap(typists => [...typists.values()])
  return ends.length > 0 ? Math.min(...ends) : undefined
}
