import type { ErrorCode } from '../protocol'
import type { ChatState, Outgoing } from './state'

export function enqueue(state: ChatState, outgoing: Outgoing): ChatState {
  return { ...state, outgoing: [...state.outgoing, outgoing] }
}

/** Moves one on in its life; of one that was stored meanwhile there is nothing left to move. */
export function progress(state: ChatState, clientId: string, to: Outgoing['state'], error?: ErrorCode): ChatState {
  const outgoing = state.outgoing.map(mine => {
    if (mine.clientId !== clientId) return mine
    const { error: _, ...rest } = mine
    return { ...rest, state: to, ...(error !== undefined && { error }) }
  })
  return { ...state, outgoing }
}

/** Back to the end of the queue, under the same `clientId`. */
export function requeue(state: ChatState, clientId: string): ChatState {
  const mine = state.outgoing.find(outgoing => outgoing.clientId === clientId)
  return mine ? progress(enqueue(discard(state, clientId), mine), clientId, 'queued') : state
}

export function discard(state: ChatState, clientId: string): ChatState {
  return { ...state, outgoing: state.outgoing.filter(mine => mine.clientId !== clientId) }
}
