import type { ChatState, Presence } from '@eplatform/chat'

/** Whether somebody is online, as far as the socket has told; nothing where nobody is asked for, or nobody is signed in. */
export function presenceOf(state: ChatState | undefined, userId: string): Presence | undefined {
  if (userId === '' || state?.me === undefined || state.connection.name === 'closed') return undefined
  return state.presence.get(userId) ?? { name: 'unknown' }
}
