import { type ChatState, type Conversation, deliveryOf, outgoingOf, typists } from '@eplatform/chat'
import { oneLine, textOf } from '../shared/text-of'
import { words } from '../words/words'

/** What the second line of a row tells. `mark` says how it is shown: in the accent, in red, or with how far one's own last message has come. */
export interface Preview {
  readonly text: string
  readonly mark: 'none' | 'typing' | 'draft' | 'failed' | 'waiting' | 'sent' | 'delivered' | 'read'
}

/** Of several things the one that somebody would act on: what is typed just now, what I began, what did not go out, what was said last. */
export function previewOf(state: ChatState, conversation: Conversation, isOpen: boolean): Preview {
  if (typists(state, conversation.id).length > 0) return { text: words().typing, mark: 'typing' }
  const mine = outgoingOf(state, conversation.id)
  const failed = mine.findLast(outgoing => outgoing.state === 'failed')
  if (failed) return { text: said(words().notSent, failed.body), mark: 'failed' }
  // In the open conversation what I began stands in the field.
  const draft = isOpen ? '' : (state.drafts.get(conversation.id) ?? '').trim()
  if (draft !== '') return { text: said(words().draft, draft), mark: 'draft' }
  const waiting = mine.at(-1)
  if (waiting) return { text: said(words().you, waiting.body), mark: 'waiting' }
  return lastOf(state, conversation)
}

function lastOf(state: ChatState, { lastMessage }: Conversation): Preview {
  if (!lastMessage) return { text: words().noMessages, mark: 'none' }
  const text = textOf(lastMessage)
  if (lastMessage.senderId !== state.me) return { text: oneLine(text), mark: 'none' }
  return { text: said(words().you, text), mark: deliveryOf(state, lastMessage) }
}

function said(who: string, text: string): string {
  return words().saidBy(who) + oneLine(text)
}
