import type { MessageView, PageView } from '../protocol'
import { knowConversations } from './conversations'
import { atPage } from './cursors'
import { settle } from './messages'
import type { ChatState, Loading } from './state'
import { bounded, join, type Window, withThread } from './threads'

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
