import type { Person } from '@eplatform/chat'
import { ago } from './times'

/** Somebody's presence in words. */
export function presenceText(person: Person, now = new Date()): string {
  if (person.online) return 'online'
  return person.lastActive === undefined ? 'offline' : `last seen ${ago(person.lastActive, now)}`
}
