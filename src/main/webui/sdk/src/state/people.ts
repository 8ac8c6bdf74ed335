import type { UserView } from '../protocol'
import { told } from './presence'
import type { ChatState } from './state'

/**
 * Takes over people as REST describes them. An answer may have been read long before it arrives: whether somebody is
 * online it tells only of those of whom the socket has told nothing, and only while there is a connection that would
 * tell of a change.
 */
export function knowPeople(state: ChatState, users: readonly UserView[]): ChatState {
  const people = new Map(state.people)
  const presence = new Map(state.presence)
  for (const { online, lastActive, ...person } of users) {
    const { id } = person
    people.set(id, person)
    if (state.connection.name === 'connected' && !state.watched.get(id)) presence.set(id, told(state, id, online, lastActive))
  }
  return { ...state, people, presence }
}
