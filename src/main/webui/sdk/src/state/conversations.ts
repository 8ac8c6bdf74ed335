import type { ConversationView } from '../protocol'
import { put } from './maps'
import { raise } from './markers'
import { knowPeople } from './people'
import type { ChatState, Conversation } from './state'

/**
 * Takes over conversations as REST gives them. A view that is older than what events have already told
 * (it was read before they were sent) changes nothing but the people in it.
 */
export function knowConversations(state: ChatState, views: readonly ConversationView[]): ChatState {
  return views.reduce(knowConversation, state)
}

function knowConversation(state: ChatState, view: ConversationView): ChatState {
  const withPeople = knowPeople(state, view.participants.map(participant => participant.user))
  const held = state.conversations.get(view.id)
  if (held && held.version > view.version) return withPeople
  return { ...withPeople, conversations: put(state.conversations, view.id, merge(held, view)) }
}

function merge(held: Conversation | undefined, view: ConversationView): Conversation {
  const { participants, unread: _, ...rest } = view
  return {
    ...rest,
    // One's own marker may be ahead of the service's while it is on its way there.
    participants: participants.map(({ user, readSeq, deliveredSeq }) =>
      raise(held?.participants.find(p => p.userId === user.id), { userId: user.id, readSeq, deliveredSeq }),
    ),
  }
}
