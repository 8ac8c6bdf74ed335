import { type ChatState, isStuck, unread } from '@eplatform/chat'
import type { Arrival } from './arrivals'

/** Something that has happened elsewhere on the page. `key` is the same for what takes the place of an earlier one. */
export type Toast = MessageToast | FailedToast | ConnectionToast

/** New messages in one conversation. */
export interface MessageToast {
  readonly kind: 'message'
  readonly key: string
  readonly conversationId: string
  readonly count: number
}

/** A message of mine that was not sent. */
export interface FailedToast {
  readonly kind: 'failed'
  readonly key: string
  readonly clientId: string
  readonly conversationId: string
}

/** A connection that was away for a while is back. That it is away says the bar, for as long as it is. */
export interface ConnectionToast {
  readonly kind: 'restored'
  readonly key: 'connection'
}

/** More are not shown at a time; the oldest goes. */
export const MOST_TOASTS = 3

/** With another one, at the end; one of the same key goes, and its messages are counted on. */
export function withToast(toasts: readonly Toast[], toast: Toast): readonly Toast[] {
  const before = toasts.find(({ key }) => key === toast.key)
  const counted = before?.kind === 'message' && toast.kind === 'message' ? { ...toast, count: before.count + toast.count } : toast
  return [...toasts.filter(other => other !== before), counted].slice(-MOST_TOASTS)
}

export function toastsOf(arrivals: readonly Arrival[]): readonly Toast[] {
  return arrivals.map(({ conversation: { id }, count }) => ({ kind: 'message', key: `message ${id}`, conversationId: id, count }))
}

/** Messages of mine that have failed since. */
export function failuresBetween(before: ChatState, after: ChatState): readonly Toast[] {
  if (before.me !== after.me || before.outgoing === after.outgoing) return []
  const known = new Set(before.outgoing.filter(isStuck).map(({ clientId }) => clientId))
  return after.outgoing
    .filter(mine => isStuck(mine) && !known.has(mine.clientId))
    .map(({ clientId, conversationId }) => ({ kind: 'failed', key: `failed ${clientId}`, clientId, conversationId }))
}

/** Whether it still tells of something: not of what was read meanwhile, here or on another device, nor of what was sent again. */
export function holds(toast: Toast, state: ChatState): boolean {
  switch (toast.kind) {
    case 'message': {
      const conversation = state.conversations.get(toast.conversationId)
      return conversation !== undefined && unread(state, conversation) > 0
    }
    case 'failed':
      return state.outgoing.some(mine => mine.clientId === toast.clientId && isStuck(mine))
    case 'restored':
      return state.connection.name === 'connected'
  }
}
