import type { DurableEvent } from '../protocol'
import { put, without } from './maps'
import { byActivity } from './read'
import type { ChatState, Conversation } from './state'

/** No sync may name more conversations. */
const MOST_CURSORS = 1000

/** The conversation after a change of this version. One that does not follow on the last leaves a gap. */
export function advance(conversation: Conversation, version: number): Conversation {
  const { cursor } = conversation
  return { ...conversation, version: Math.max(conversation.version, version), cursor: version === cursor + 1 ? version : cursor }
}

/** Whether changes are missing that are known to have been made. */
export function hasGap({ cursor, version }: Conversation): boolean {
  return cursor < version
}

/**
 * A page was taken over. It may have been read before events that are applied already, or after some that never came:
 * what it replaced is as it was read, what it was joined to is no newer than the older of both.
 */
export function atPage(state: ChatState, conversationId: string, version: number, joined: boolean): ChatState {
  const conversation = state.conversations.get(conversationId)
  if (!conversation) return state
  const cursor = joined ? Math.min(conversation.cursor, version) : version
  const conversations = put(state.conversations, conversationId, { ...conversation, cursor })
  return { ...state, conversations, syncing: without(state.syncing, conversationId) }
}

/** A sync begins: when it is complete nothing is missing up to what is known of now, nor up to what comes meanwhile. */
export function beginSync(state: ChatState, conversationIds: readonly string[]): ChatState {
  const syncing = new Map(conversationIds.map(id => [id, state.conversations.get(id)?.version ?? 0]))
  return { ...state, syncing }
}

/** An event came, from the sync or beside it. */
export function reachSync(state: ChatState, { conversationId, version }: DurableEvent): ChatState {
  const reached = state.syncing.get(conversationId)
  if (reached === undefined || reached >= version) return state
  return { ...state, syncing: put(state.syncing, conversationId, version) }
}

export function endSync(state: ChatState): ChatState {
  const conversations = new Map(state.conversations)
  for (const [id, reached] of state.syncing) {
    const conversation = conversations.get(id)
    if (conversation && conversation.cursor < reached) conversations.set(id, { ...conversation, cursor: reached })
  }
  return { ...state, conversations, syncing: new Map() }
}

/** The cursors of all that is held, what has loaded messages first, in parts that are short enough for one sync each. */
export function cursorsOf(state: ChatState, mostBytes: number): Record<string, number>[] {
  const held = byActivity(state).sort((a, b) => Number(state.threads.has(b.id)) - Number(state.threads.has(a.id)))
  const parts: Record<string, number>[] = [{}]
  let [count, bytes] = [0, 0]
  for (const { id, cursor } of held) {
    const length = `"${id}":${cursor},`.length
    if (count === MOST_CURSORS || (count > 0 && bytes + length > mostBytes)) {
      parts.push({})
      count = bytes = 0
    }
    parts.at(-1)![id] = cursor
    count++
    bytes += length
  }
  return parts
}
