import type { ChatState, Presence } from '@eplatform/chat'
import { ago } from '../shared/ago'
import { glance } from '../words/choice'

/** What the socket has told of somebody; nothing while it has not, or nobody is there to be told. */
export function presenceOf(state: ChatState | undefined, userId: string): Presence | undefined {
  if (state?.me === undefined || state.connection.name === 'closed') return undefined
  if (userId === state.me) return { online: state.connection.name === 'connected' }
  return state.watched.get(userId)
}

/** Somebody's presence in words. */
export function presenceInWords({ online, lastActive }: Presence): string {
  if (online) return glance().online
  return lastActive === undefined ? glance().offline : glance().lastSeen(ago(lastActive))
}
