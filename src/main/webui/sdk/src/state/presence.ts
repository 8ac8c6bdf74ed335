import type { PresenceEvent } from '../protocol'
import { put } from './maps'
import type { ChatState, Person, Presence } from './state'

/**
 * From here on the socket tells of these people, and of nobody else. What it has told of those who were watched
 * before still holds; on a new connection nothing does.
 */
export function watchPeople(state: ChatState, userIds: readonly string[], newConnection: boolean): ChatState {
  const told = newConnection ? new Map<string, Presence>() : state.watched
  return { ...state, watched: new Map(userIds.map(id => [id, told.get(id)])) }
}

/** Somebody who is watched came or went. It is kept of people, too, whom nobody has described yet. */
export function applyPresence(state: ChatState, { userId, online, lastActive }: PresenceEvent): ChatState {
  if (!state.watched.has(userId)) return state
  const told: Presence = { online, ...(lastActive !== undefined && { lastActive }) }
  const person = state.people.get(userId)
  const people = person ? put(state.people, userId, withPresence(person, told)) : state.people
  return { ...state, people, watched: put(state.watched, userId, told) }
}

/** The person with this presence. The last visit only moves forward. */
export function withPresence(person: Person, { online, lastActive }: Presence): Person {
  const known = person.lastActive
  const latest = known === undefined || (lastActive !== undefined && Date.parse(lastActive) > Date.parse(known)) ? lastActive : known
  return { ...person, online, ...(latest !== undefined && { lastActive: latest }) }
}
