import type { Person } from '@eplatform/chat'
import { words } from '../words/words'
import { ago } from './ago'

/** Somebody's presence in words. */
export function presenceText(person: Person, now = new Date()): string {
  if (person.online) return words().online
  return person.lastActive === undefined ? words().offline : words().lastSeen(ago(person.lastActive, now))
}
