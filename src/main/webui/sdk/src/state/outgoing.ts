import type { ErrorCode } from '../protocol'
import type { ChatState, Outgoing } from './state'

export function enqueue(state: ChatState, outgoing: Outgoing): ChatState {
  return { ...state, outgoing: [...state.outgoing, outgoing] }
}

/**
 * Takes over what the tabs of this browser have written, in their common order. What is only here stays, at the end; `gone` is
 * what another tab has disposed of.
 */
export function shareOutgoing(state: ChatState, shared: readonly Outgoing[], gone: ReadonlySet<string>): ChatState {
  const held = new Map(state.outgoing.map(mine => [mine.clientId, mine]))
  const common = shared.map(mine => {
    const here = held.get(mine.clientId)
    return mine.state === 'queued' && here?.state === 'sending' ? here : mine
  })
  const ids = new Set(shared.map(({ clientId }) => clientId))
  const own = state.outgoing.filter(({ clientId }) => !ids.has(clientId) && !gone.has(clientId))
  return { ...state, outgoing: [...common, ...own] }
}

/** Without a connection nothing is being sent. */
export function interruptSending(state: ChatState): ChatState {
  if (!state.outgoing.some(mine => mine.state === 'sending')) return state
  return { ...state, outgoing: state.outgoing.map(mine => (mine.state === 'sending' ? { ...mine, state: 'queued' } : mine)) }
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
