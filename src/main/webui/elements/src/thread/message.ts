import type { Person } from '@eplatform/chat'
import { html, nothing, type TemplateResult } from 'lit'
import { isJumbo } from '../shared/emoji'
import { links } from '../shared/links'
import { words } from '../words/words'
import { type Item, needsAuthor } from './item'
import { actionBar, type MessageActions } from './message-actions'
import { delivery, unsent } from './message-state'
import type { Placed } from './runs'

/** What a message looks like beyond what it says. */
export interface Look {
  sender: Person | undefined
  /** The pointer or the focus is on it. */
  active: boolean
  /** It was looked for, and has just been found. */
  found: boolean
}

/** One message of the history. */
export function messageRow({ item, first, last }: Placed, { sender, active, found }: Look, actions: MessageActions): TemplateResult {
  const jumbo = isJumbo(item.body)
  const classes = ['message', item.mine ? 'mine' : 'theirs', first && 'first', last && 'last', needsAuthor(item) && 'failed', found && 'found']
  return html`<li class=${classes.filter(Boolean).join(' ')} part="message" tabindex="-1" data-seq=${item.seq ?? nothing} data-state=${item.state} data-key=${item.key}>
    ${item.mine || !last ? nothing : html`<chat-avatar size="small" .person=${sender} exportparts="avatar"></chat-avatar>`}
    <span class="for-readers">${words().saidBy(item.mine ? words().you : (sender?.name ?? ''))}</span>
    <div class=${jumbo ? 'jumbo' : 'bubble'} part=${item.mine ? 'bubble bubble-out' : 'bubble bubble-in'}>
      ${text(item)}${active ? actionBar(item, actions) : nothing}
    </div>
    ${needsAuthor(item) ? unsent(item, actions) : delivery(item, last)}
  </li>`
}

function text(item: Item): TemplateResult {
  return item.changed === 'deleted' ? html`<div class="text deleted">${words().deleted}</div>` : html`<div class="text" dir="auto">${links.in(item.body)}</div>`
}
