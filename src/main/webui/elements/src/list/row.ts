import { html, nothing, type TemplateResult } from 'lit'
import type { ChatState, Conversation, Person } from '@eplatform/chat'
import { nameOf, outgoingOf, partner, typists, unread } from '@eplatform/chat'
import { presenceText } from '../shared/presence'
import { textOf } from '../shared/text-of'
import { fullTime, shortTime } from '../shared/times'
import { shortCount } from '../words/numbers'
import { words } from '../words/words'

/** What a row of the list does and whether it is chosen. */
export interface RowUse {
  open: () => void
  selected: boolean
}

/** A conversation as one line of the list, with everything in its name that is only seen otherwise. */
export function conversationRow(state: ChatState, conversation: Conversation, { open, selected }: RowUse): TemplateResult {
  const person = partner(state, conversation)
  const name = nameOf(state, conversation)
  const count = unread(state, conversation)
  const isTyping = typists(state, conversation.id).length > 0
  const text = isTyping ? words().typing : preview(state, conversation)
  const time = conversation.lastMessage?.createdAt
  const label = [name, person && presenceText(person), count > 0 && words().unread(count), text, time && shortTime(time)]
  return html`<div class="row ${count > 0 ? 'unread' : ''}" role="option" part="row" tabindex="-1" data-id=${conversation.id}
    aria-selected=${selected ? 'true' : 'false'} aria-label=${label.filter(Boolean).join(words().comma)} @click=${open}>
    <chat-avatar .person=${person} presence></chat-avatar>
    <span class="name one-line" dir="auto">${name}</span>
    ${time ? html`<time class="time meta" dir="auto" datetime=${time} title=${fullTime(time)}>${shortTime(time)}</time>` : nothing}
    <span class="preview secondary one-line ${isTyping ? 'typing' : ''}" dir="auto">${text}</span>
    ${count > 0 ? html`<span class="badge" part="badge" dir="ltr">${shortCount(count)}</span>` : nothing}
  </div>`
}

/** Somebody of the directory as one line of a list. */
export function personRow(person: Person, open: () => void): TemplateResult {
  return html`<div class="row" role="option" part="row" tabindex="-1" aria-selected="false"
    aria-label=${[person.name, presenceText(person)].join(words().comma)} @click=${open}>
    <chat-avatar .person=${person} presence></chat-avatar>
    <span class="name one-line" dir="auto">${person.name}</span>
    <span class="preview secondary one-line">${presenceText(person)}</span>
  </div>`
}

function preview(state: ChatState, conversation: Conversation): string {
  const mine = outgoingOf(state, conversation.id).at(-1)
  if (mine) return words().saidBy(mine.state === 'failed' ? words().notSent : words().you) + oneLine(mine.body)
  const { lastMessage } = conversation
  if (!lastMessage) return words().noMessages
  return (lastMessage.senderId === state.me ? words().saidBy(words().you) : '') + oneLine(textOf(lastMessage))
}

/** Enough for a line; a message may be 8,000 characters long. */
function oneLine(text: string): string {
  return text.slice(0, 200).replace(/\s+/g, ' ')
}
