import type { UserView } from '../protocol'
import { withPresence } from './presence'
import type { ChatState } from './state'

/**
 * Takes over people as REST describes them. An answer may have been read long before it arrives: whether somebody is
 * online it tells only of those of whom the socket has told nothing.
 */
export function knowPeople(state: ChatState, users: readonly UserView[]): ChatState {
  const people = new Map(state.people)
  for (const user of users) people.set(user.id, withPresence({ ...user }, state.watched.get(user.id) ?? user))
  return { ...state, people }
}
