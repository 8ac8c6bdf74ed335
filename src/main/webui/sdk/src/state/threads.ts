import type { MessageView, PageView } from '../protocol'
import { knowConversations } from './conversations'
import { atPage } from './cursors'
import { put, without } from './maps'
import { settle } from './messages'
import { type ChatState, EMPTY_THREAD, type Loading, type Thread } from './state'

/** No window holds more messages. Whoever shows one keeps it smaller, and lets go where nobody looks. */
const MOST = 600

/** Changes what is known of a conversation's loaded history, starting one if there was none. */
export function withThread(state: ChatState, conversationId: string, change: Partial<Thread>): ChatState {
  const thread = { ...(state.threads.get(conversationId) ?? EMPTY_THREAD), ...change }
  return { ...state, threads: put(state.threads, conversationId, thread) }
}

export function withoutThread(state: ChatState, conversationId: string): ChatState {
  return { ...state, threads: without(state.threads, conversationId) }
}

/**
 * Joins a page to the loaded history. One that was asked for as a window, and does not touch what is held, replaces it;
 * one that was to go on from an end that is not there any more is void.
 */
export function knowPage(state: ChatState, page: PageView, as: Loading): ChatState {
  const { conversation, messages } = page
  const held = state.threads.get(conversation.id)
  const known = knowConversations(state, [conversation])
  const joined = held && held.messages.length > 0 && touch(held.messages, messages) ? joinWindows(held, page) : undefined
  if (!joined && as !== 'window' && held && held.messages.length > 0) return known
  const { hasOlder, hasNewer } = page
  const window = bounded(joined ?? { messages, hasOlder, hasNewer }, as === 'older' ? 'newest' : 'oldest')
  const placed = atPage(known, conversation.id, conversation.version, joined !== undefined)
  return messages.reduce(settle, withThread(placed, conversation.id, window))
}

/** Adds or updates one message, unless that would leave a hole. */
export function hold(state: ChatState, message: MessageView): ChatState {
  const thread = state.threads.get(message.conversationId)
  if (!thread) return state
  const { messages, hasOlder, hasNewer, loading } = thread
  if (messages.length === 0 && loading === 'window') return state
  const first = messages[0]?.seq ?? 1
  const next = (messages.at(-1)?.seq ?? 0) + 1
  if (message.seq < first || message.seq > next) return state
  return withThread(state, message.conversationId, bounded({ messages: join(messages, [message]), hasOlder, hasNewer }, 'oldest'))
}

export function holds(state: ChatState, message: MessageView): boolean {
  const messages = state.threads.get(message.conversationId)?.messages ?? []
  return messages.length > 0 && message.seq >= messages[0]!.seq && message.seq <= messages.at(-1)!.seq
}

/** The window without this many messages at one of its ends. */
export function drop(state: ChatState, conversationId: string, end: End, count: number): ChatState {
  const thread = state.threads.get(conversationId)
  if (!thread || count <= 0 || count >= thread.messages.length) return state
  return withThread(state, conversationId, cut(thread, end, count))
}

export type End = 'oldest' | 'newest'
type Window = Pick<Thread, 'messages' | 'hasOlder' | 'hasNewer'>

function cut({ messages, hasOlder, hasNewer }: Window, end: End, count: number): Window {
  if (end === 'oldest') return { messages: messages.slice(count), hasOlder: true, hasNewer }
  return { messages: messages.slice(0, -count), hasOlder, hasNewer: true }
}

function bounded(window: Window, far: End): Window {
  const excess = window.messages.length - MOST
  return excess > 0 ? cut(window, far, excess) : window
}

/** Whether two runs overlap or follow on each other. */
function touch(held: readonly MessageView[], news: readonly MessageView[]): boolean {
  if (news.length === 0) return true
  return news[0]!.seq <= held.at(-1)!.seq + 1 && news.at(-1)!.seq >= held[0]!.seq - 1
}

/**
 * What stands beyond an end is told by the one that reaches further. Where both end, the one that knows of nothing more
 * has seen it end there; so has an empty page, which stands at the end where it was asked for.
 */
function joinWindows(held: Window, page: Window): Window {
  const messages = join(held.messages, page.messages)
  const [first, last] = [messages[0]!.seq, messages.at(-1)!.seq]
  const both = [held, page]
  return {
    messages,
    hasOlder: both.filter(window => (window.messages[0]?.seq ?? first) === first).every(window => window.hasOlder),
    hasNewer: both.filter(window => (window.messages.at(-1)?.seq ?? last) === last).every(window => window.hasNewer),
  }
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
