import { type ChatState, type Conversation, deliveryOf, isStuck, outgoingOf, typists } from '@eplatform/chat'
import { oneLine, textOf } from '../shared/text-of'
import { words } from '../words/words'

/** What the second line of a row tells. `mark` says how it is shown: in the accent, in red, or with how far one's own last message has come. */
export interface Preview {
  /** Who said it, or what it is: in the language of the chat, where `text` may be in any. */
  readonly lead: string
  readonly text: string
  readonly mark: 'none' | 'typing' | 'draft' | 'failed' | 'waiting' | 'sent' | 'delivered' | 'read'
}

/** Of several things the one that somebody would act on: what is typed just now, what I began, what did not go out, what was said last. */
export function previewOf(state: ChatState, conversation: Conversation, isOpen: boolean): Preview {
  if (typists(state, conversation.id).length > 0) return { lead: '', text: words().typing, mark: 'typing' }
  const mine = outgoingOf(state, conversation.id)
  const failed = mine.findLast(isStuck)
  if (failed) return { ...said(words().notSent, failed.body), mark: 'failed' }
  // In the open conversation what I began stands in the field.
  const draft = isOpen ? '' : (state.drafts.get(conversation.id) ?? '').trim()
  if (draft !== '') return { ...said(words().draft, draft), mark: 'draft' }
  const waiting = mine.at(-1)
  if (waiting) return { ...said(words().you, waiting.body), mark: 'waiting' }
  return lastOf(state, conversation)
}

function lastOf(state: ChatState, { lastMessage }: Conversation): Preview {
  if (!lastMessage) return { lead: '', text: words().noMessages, mark: 'none' }
  const text = textOf(lastMessage)
  if (lastMessage.senderId !== state.me) return { lead: '', text: oneLine(text), mark: 'none' }
  return { ...said(words().you, text), mark: deliveryOf(state, lastMessage) }
}

function said(who: string, text: string): Pick<Preview, 'lead' | 'text'> {
  return { lead: words().saidBy(who), text: oneLine(text) }
}
