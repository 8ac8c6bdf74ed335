import type { MessageView, PageView } from '../protocol'
import { knowConversations } from './conversations'
import { put } from './maps'
import { settle } from './messages'
import { type ChatState, EMPTY_THREAD, type Thread } from './state'

/** Changes what is known of a conversation's loaded history, starting one if there was none. */
export function withThread(state: ChatState, conversationId: string, change: Partial<Thread>): ChatState {
  const thread = { ...(state.threads.get(conversationId) ?? EMPTY_THREAD), ...change }
  return { ...state, threads: put(state.threads, conversationId, thread) }
}

/** Joins a page to the loaded history. A page that does not touch it (it is newer than a gap) replaces it. */
export function knowPage(state: ChatState, page: PageView): ChatState {
  const { conversation, messages } = page
  const held = state.threads.get(conversation.id)?.messages ?? []
  const base = touch(held, messages) ? held : []
  const joined = join(base, messages)
  const olderKnown = base.length > 0 && (messages.length === 0 || base[0]!.seq < messages[0]!.seq)
  const hasOlder = olderKnown ? (state.threads.get(conversation.id)?.hasOlder ?? false) : page.hasOlder
  const known = knowConversations(state, [conversation])
  return messages.reduce(settle, withThread(known, conversation.id, { messages: joined, hasOlder }))
}

/** Adds or updates one message, unless that would leave a hole. */
export function hold(state: ChatState, message: MessageView): ChatState {
  const thread = state.threads.get(message.conversationId)
  if (!thread || thread.loading === 'newest') return state
  const { messages } = thread
  const first = messages[0]?.seq ?? 1
  const next = (last(messages)?.seq ?? 0) + 1
  if (message.seq < first || message.seq > next) return state
  return withThread(state, message.conversationId, { messages: join(messages, [message]) })
}

export function holds(state: ChatState, message: MessageView): boolean {
  const messages = state.threads.get(message.conversationId)?.messages ?? []
  return messages.length > 0 && message.seq >= messages[0]!.seq && message.seq <= last(messages)!.seq
}

/** Whether two runs overlap or follow on each other. */
function touch(held: readonly MessageView[], news: readonly MessageView[]): boolean {
  if (held.length === 0 || news.length === 0) return true
  return news[0]!.seq <= last(held)!.seq + 1 && last(news)!.seq >= held[0]!.seq - 1
}

/** Both runs as one in rising `seq`, of each message the higher version. */
function join(held: readonly MessageView[], news: readonly MessageView[]): readonly MessageView[] {
  const bySeq = new Map(held.map(message => [message.seq, message]))
  for (const message of news) {
    const known = bySeq.get(message.seq)
    if (!known || message.version > known.version) bySeq.set(message.seq, message)
  }
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq)
}

function last<T>(items: readonly T[]): T | undefined {
  return items[items.length - 1]
}
