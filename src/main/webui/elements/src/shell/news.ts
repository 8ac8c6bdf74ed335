import { type ChatState, type Conversation, nameOf, unread } from '@eplatform/chat'
import { textOf } from '../shared/text-of'
import { words } from '../words/words'

/** A longer message is cut when it is read out, in characters. */
const LONGEST = 200

/** What has happened between two states that somebody should hear, or nothing. Loading what is older is no news. */
export function newsBetween(before: ChatState, after: ChatState): string | undefined {
  if (before.me !== after.me) return undefined
  return [failures(before, after), messages(before, after)].filter(Boolean).join(' ') || undefined
}

function failures(before: ChatState, after: ChatState): string | undefined {
  const known = new Set(before.outgoing.filter(({ state }) => state === 'failed').map(({ clientId }) => clientId))
  const failed = after.outgoing.filter(({ state, clientId }) => state === 'failed' && !known.has(clientId))
  if (failed.length === 0) return undefined
  return failed.length === 1 ? words().messageNotSent(failed[0]!.body.slice(0, LONGEST)) : words().messagesNotSent(failed.length)
}

function messages(before: ChatState, after: ChatState): string | undefined {
  let count = 0
  let text: string | undefined
  const names = new Set<string>()
  const newest = Math.max(0, ...[...before.conversations.values()].map(lastActive))
  for (const conversation of after.conversations.values()) {
    const { lastMessage } = conversation
    const fresh = freshIn(conversation, before, after, newest)
    if (fresh <= 0 || !lastMessage || lastMessage.senderId === after.me) continue
    count += fresh
    names.add(nameOf(after, conversation))
    text = textOf(lastMessage).slice(0, LONGEST)
  }
  if (count === 0) return undefined
  const from = [...names].join(words().comma)
  return count === 1 ? words().newMessageFrom(from, text ?? '') : words().newMessagesFrom(count, from)
}

/** How many messages have come. A conversation that was not here is new, and not loaded late, when it is more recent than all that were. */
function freshIn(conversation: Conversation, before: ChatState, after: ChatState, newest: number): number {
  const known = before.conversations.get(conversation.id)
  if (known) return conversation.lastSeq - known.lastSeq
  return before.list.name === 'ready' && lastActive(conversation) > newest ? unread(after, conversation) : 0
}

function lastActive({ lastActivity }: Conversation): number {
  return Date.parse(lastActivity)
}
