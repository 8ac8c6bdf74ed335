import type { Presence } from '@eplatform/chat'
import { glance } from '../words/choice'
import { ago } from './ago'

/** Somebody's presence in words. */
export function presenceInWords(presence: Presence, now?: Date): string {
  switch (presence.name) {
    case 'online':
      return glance().online
    case 'offline':
      return presence.lastActive === undefined ? glance().offline : glance().lastSeen(ago(presence.lastActive, now))
    case 'unknown':
      return glance().presenceUnknown
  }
}
