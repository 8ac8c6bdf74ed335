import type { PresenceEvent, UserView } from '../protocol'
import { put } from './maps'
import type { ChatState, Person } from './state'

/** Somebody as the service last described them. */
export function knowPeople(state: ChatState, users: readonly UserView[]): ChatState {
  const people = new Map(state.people)
  for (const user of users) people.set(user.id, { ...user })
  return { ...state, people }
}

/** Somebody came or went. Of a person nobody has described yet there is nothing to show. */
export function applyPresence(state: ChatState, event: PresenceEvent): ChatState {
  const known = state.people.get(event.userId)
  if (!known) return state
  const { lastActive = known.lastActive } = event
  const person: Person = { ...known, online: event.online, ...(lastActive !== undefined && { lastActive }) }
  return { ...state, people: put(state.people, person.id, person) }
}
