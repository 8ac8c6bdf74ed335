import { type ChatState, nameOf } from '@eplatform/chat'

/** A longer message is cut when it is read out, in characters. */
const LONGEST = 200

/** What has come from others between two states, as one sentence, or nothing. Loading what is older is no news. */
export function newsBetween(before: ChatState, after: ChatState): string | undefined {
  let count = 0
  let text: string | undefined
  const names = new Set<string>()
  for (const conversation of after.conversations.values()) {
    const known = before.conversations.get(conversation.id)
    const { lastMessage, lastSeq } = conversation
    if (!known || known.lastSeq >= lastSeq || !lastMessage || lastMessage.senderId === after.me) continue
    count += lastSeq - known.lastSeq
    names.add(nameOf(after, conversation))
    text = lastMessage.body.slice(0, LONGEST)
  }
  if (count === 0) return undefined
  const from = [...names].join(', ')
  return count === 1 ? `New message from ${from}: ${text}` : `${count} new messages from ${from}`
}
