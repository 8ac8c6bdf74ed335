import type { MessageView } from '../protocol'
import { put, without } from './maps'
import { type ChatState, EMPTY_THREAD, type Thread } from './state'

/** No window holds more messages. Whoever shows one keeps it smaller, and lets go where nobody looks. */
const MOST = 600

/** Changes what is known of a conversation's loaded history, starting one if there was none. */
export function withThread(state: ChatState, conversationId: string, change: Partial<Thread>): ChatState {
  const thread = { ...(state.threads.get(conversationId) ?? EMPTY_THREAD), ...change }
  return { ...state, threads: put(state.threads, conversationId, thread) }
}

/** Whether there is nothing to read on from. A page at one end that could not be loaded is no such thing. */
export function failedToOpen({ failed, messages }: Thread): boolean {
  return failed === 'missing' || (failed === 'window' && messages.length === 0)
}

export function withoutThread(state: ChatState, conversationId: string): ChatState {
  return { ...state, threads: without(state.threads, conversationId) }
}

/** Adds or updates one message, unless that would leave a hole. */
export function hold(state: ChatState, message: MessageView): ChatState {
  const thread = state.threads.get(message.conversationId)
  if (!thread) return state
  const { messages, hasOlder, hasNewer, loading, failed } = thread
  // Until a page has come an empty window is not the whole conversation, which could begin with this message.
  if (messages.length === 0 && (loading === 'window' || failed)) return state
  const first = messages[0]?.seq ?? 1
  const next = (messages.at(-1)?.seq ?? 0) + 1
  if (message.seq < first || message.seq > next) return state
  return withThread(state, message.conversationId, bounded({ messages: join(messages, [message]), hasOlder, hasNewer }, 'oldest'))
}

export function holds(state: ChatState, message: MessageView): boolean {
  const messages = state.threads.get(message.conversationId)?.messages ?? []
  return messages.length > 0 && message.seq >= messages[0]!.seq && message.seq <= messages.at(-1)!.seq
}

/** Whether a stored message that is not held will be: it lies where the window is yet to come, or behind the end of one that grows. */
export function comes({ threads }: ChatState, conversationId: string, seq: number): boolean {
  const thread = threads.get(conversationId)
  if (!thread) return false
  return thread.loading === 'window' || (!thread.hasNewer && seq > (thread.messages.at(-1)?.seq ?? 0))
}

/** The window without this many messages at one of its ends. */
export function drop(state: ChatState, conversationId: string, end: End, count: number): ChatState {
  const thread = state.threads.get(conversationId)
  if (!thread || count <= 0 || count >= thread.messages.length) return state
  return withThread(state, conversationId, cut(thread, end, count))
}

export type End = 'oldest' | 'newest'
/** A run of messages, and whether there are more beyond its ends. */
export type Window = Pick<Thread, 'messages' | 'hasOlder' | 'hasNewer'>

function cut({ messages, hasOlder, hasNewer }: Window, end: End, count: number): Window {
  if (end === 'oldest') return { messages: messages.slice(count), hasOlder: true, hasNewer }
  return { messages: messages.slice(0, -count), hasOlder, hasNewer: true }
}

/** The window without what is too much of it, taken from its `far` end. */
export function bounded(window: Window, far: End): Window {
  const excess = window.messages.length - MOST
  return excess > 0 ? cut(window, far, excess) : window
}

/** Both runs as one in rising `seq`, of each message the higher version. */
export function join(held: readonly MessageView[], news: readonly MessageView[]): readonly MessageView[] {
  const bySeq = new Map(held.map(message => [message.seq, message]))
  for (const message of news) {
    const known = bySeq.get(message.seq)
    if (!known || message.version > known.version) bySeq.set(message.seq, message)
  }
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq)
}
