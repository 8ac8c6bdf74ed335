import { html, nothing, type TemplateResult } from 'lit'
import type { ChatState, Conversation, Person, Presence } from '@eplatform/chat'
import { nameOf, partner, presenceOf, unread } from '@eplatform/chat'
import * as icons from '../shared/icons'
import { presenceInWords } from '../shared/presence'
import { fullTime, shortTime } from '../shared/times'
import { shortCount } from '../words/numbers'
import { words } from '../words/words'
import { type Preview, previewOf } from './preview'

/** What a row of the list does and whether it is chosen. */
export interface RowUse {
  open: () => void
  selected: boolean
}

/**
 * A conversation as one line of the list, with everything in its name that is only seen otherwise. What is seen as text
 * comes first, in the order in which it is written, as whoever speaks to the browser says what they see (WCAG 2.5.3).
 */
export function conversationRow(state: ChatState, conversation: Conversation, { open, selected }: RowUse): TemplateResult {
  const person = partner(state, conversation)
  const presence = person && presenceOf(state, person.id)
  const name = nameOf(state, conversation)
  const count = unread(state, conversation)
  const { lead, text, mark } = previewOf(state, conversation, selected)
  const time = conversation.lastMessage?.createdAt
  const label = [name, lead + text, time && shortTime(time), stateText(mark), count > 0 && words().unread(count), knownPresence(presence)]
  return html`<div class="row ${count > 0 ? 'unread' : ''}" role="option" part="row" tabindex="-1" data-id=${conversation.id}
    aria-selected=${selected ? 'true' : 'false'} aria-label=${label.filter(Boolean).join(words().comma)} @click=${open}>
    <chat-avatar .person=${person} .presence=${presence} exportparts="avatar"></chat-avatar>
    <span class="name one-line" dir="auto">${name}</span>
    <span class="preview secondary ${mark}">${lead ? html`<span>${lead}</span>` : nothing}<span class="one-line" dir="auto">${text}</span></span>
    ${time ? html`<time class="time meta" dir="auto" datetime=${time} title=${fullTime(time)}>${shortTime(time)}</time>` : nothing}
    ${count > 0 ? html`<span class="badge" part="row-badge" dir="ltr" data-count=${shortCount(count)}></span>` : html`<span class="mark ${mark}">${MARKS[mark]}</span>`}
  </div>`
}

/** Somebody of the directory as one line of a list. */
export function personRow(state: ChatState, person: Person, open: () => void): TemplateResult {
  const presence = presenceOf(state, person.id)
  return html`<div class="row" role="option" part="row" tabindex="-1" aria-selected="false"
    aria-label=${[person.name, presenceInWords(presence)].join(words().comma)} @click=${open}>
    <chat-avatar .person=${person} .presence=${presence} exportparts="avatar"></chat-avatar>
    <span class="name one-line" dir="auto">${person.name}</span>
    <span class="preview secondary one-line">${presenceInWords(presence)}</span>
  </div>`
}

/** How far one's own last message has come, or that it did not go out; unread messages of the other side are nearer to the point. */
const MARKS: Record<Preview['mark'], TemplateResult | typeof nothing> = {
  none: nothing,
  typing: nothing,
  draft: nothing,
  failed: icons.alert,
  waiting: icons.clock,
  sent: icons.check,
  delivered: icons.checks,
  read: icons.checks,
}

/** In the name of a row, too, what is not known is left out, as its dot is. */
function knownPresence(presence: Presence | undefined): string | false {
  return presence !== undefined && presence.name !== 'unknown' && presenceInWords(presence)
}

/** Said of one's own last message in the row's name: the icon is not read out. */
function stateText(mark: Preview['mark']): string {
  return mark === 'sent' || mark === 'delivered' || mark === 'read' ? words()[mark] : ''
}
