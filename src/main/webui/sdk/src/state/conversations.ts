import type { ConversationEvent, ConversationView } from '../protocol'
import { advance } from './cursors'
import { put, without } from './maps'
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

/** Drops what is known of a conversation, with the loaded messages. */
export function forgetConversation(state: ChatState, id: string): ChatState {
  return { ...state, conversations: without(state.conversations, id), threads: without(state.threads, id), typing: without(state.typing, id) }
}

/** A conversation that is new to me, or has changed itself. */
export function applyConversation(state: ChatState, { conversation: view, version }: ConversationEvent): ChatState {
  const known = knowConversation(state, view)
  return { ...known, conversations: put(known.conversations, view.id, advance(known.conversations.get(view.id)!, version)) }
}

function knowConversation(state: ChatState, view: ConversationView): ChatState {
  const withPeople = knowPeople(state, view.participants.map(participant => participant.user))
  const held = state.conversations.get(view.id)
  if (held && held.version > view.version) return withPeople
  return { ...withPeople, conversations: put(state.conversations, view.id, merge(held, view, state.threads.has(view.id))) }
}

/** A view says nothing of the messages that are held: of those it leaves a gap. */
function merge(held: Conversation | undefined, view: ConversationView, holdsMessages: boolean): Conversation {
  const { participants, unread: _, ...rest } = view
  return {
    ...rest,
    cursor: held && holdsMessages ? held.cursor : view.version,
    // One's own marker may be ahead of the service's while it is on its way there.
    participants: participants.map(({ user, readSeq, deliveredSeq }) =>
      raise(held?.participants.find(p => p.userId === user.id), { userId: user.id, readSeq, deliveredSeq }),
    ),
  }
}
