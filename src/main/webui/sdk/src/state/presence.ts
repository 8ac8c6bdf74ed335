import type { PresenceEvent } from '../protocol'
import { put } from './maps'
import type { ChatState, Known } from './state'

/**
 * From here on the socket tells of these people, and of nobody else. What it has told of those who were watched
 * before still holds; on a new connection that is shown until it tells anew, and oneself is online.
 */
export function watchPeople(state: ChatState, userIds: readonly string[], newConnection: boolean): ChatState {
  const { me, presence } = state
  const watched = new Map(userIds.map(id => [id, !newConnection && !!state.watched.get(id)]))
  return { ...state, watched, presence: newConnection && me ? put(presence, me, told(state, me, true)) : presence }
}

/** Somebody who is watched came or went, be it somebody whom nobody has described yet. */
export function applyPresence(state: ChatState, { userId, online, lastActive }: PresenceEvent): ChatState {
  const { presence, watched } = state
  if (!watched.has(userId)) return state
  return { ...state, presence: put(presence, userId, told(state, userId, online, lastActive)), watched: put(watched, userId, true) }
}

/** Of nobody it is known any more: there has been no connection for too long. */
export function forgetPresence(state: ChatState): ChatState {
  return { ...state, presence: new Map() }
}

/** What the service says of somebody. The last visit only moves forward, and oneself is here. */
export function told({ me, presence }: ChatState, id: string, online: boolean, lastActive?: string): Known {
  const known = presence.get(id)?.lastActive
  const latest = known === undefined || (lastActive !== undefined && Date.parse(lastActive) > Date.parse(known)) ? lastActive : known
  return { name: online || id === me ? 'online' : 'offline', ...(latest !== undefined && { lastActive: latest }) }
}
