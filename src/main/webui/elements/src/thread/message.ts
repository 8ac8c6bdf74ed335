import type { ErrorCode, Person } from '@eplatform/chat'
import { html, nothing, type TemplateResult } from 'lit'
import { isJumbo } from '../shared/emoji'
import * as icons from '../shared/icons'
import { linked } from '../shared/linked'
import { clock, fullTime } from '../shared/times'
import { words } from '../words/words'
import type { Item, ItemState } from './item'
import type { Placed } from './runs'

export interface MessageUse {
  retry(clientId: string): void
  discard(clientId: string): void
}

/** One message of the history. */
export function messageRow({ item, first, last }: Placed, sender: Person | undefined, use: MessageUse): TemplateResult {
  const jumbo = isJumbo(item.body)
  const classes = ['message', item.mine ? 'mine' : 'theirs', first && 'first', last && 'last', item.state === 'failed' && 'failed']
  return html`<li class=${classes.filter(Boolean).join(' ')} tabindex="-1" data-seq=${item.seq ?? nothing} data-state=${item.state} data-key=${item.key}>
    ${item.mine || !last ? nothing : html`<chat-avatar size="small" .person=${sender}></chat-avatar>`}
    <span class="for-readers">${words().saidBy(item.mine ? words().you : (sender?.name ?? ''))}</span>
    <div class=${jumbo ? 'jumbo' : 'bubble'} part=${item.mine ? 'bubble bubble-out' : 'bubble bubble-in'}>${text(item)}</div>
    ${item.outgoing?.state === 'failed' ? failure(item.outgoing.clientId, item.outgoing.error, use) : meta(item, last)}
  </li>`
}

function text(item: Item): TemplateResult {
  return item.changed === 'deleted' ? html`<div class="text deleted">${words().deleted}</div>` : html`<div class="text" dir="auto">${linked(item.body)}</div>`
}

/** Time and state: seen under the last message of a run, and always there for readers. */
function meta(item: Item, last: boolean): TemplateResult {
  return html`<div class=${last || item.changed === 'edited' ? 'meta' : 'for-readers'} part="meta">
    <time dir="auto" datetime=${item.time} title=${fullTime(item.time)}>${clock(item.time)}</time>
    ${item.changed === 'edited' ? html`<span>${words().edited}</span>` : nothing}
    ${item.mine ? html`<span class="state ${item.state}">${ICONS[item.state]}<span>${stateText(item.state)}</span></span>` : nothing}
  </div>`
}

function failure(clientId: string, code: ErrorCode | undefined, use: MessageUse): TemplateResult {
  return html`<div class="meta failure" part="meta">
    <span class="state failed">${icons.alert}<span>${code ? words().notSentBecause(reason(code)) : words().notSent}</span></span>
    <button class="link" @click=${() => use.retry(clientId)}>${words().tryAgain}</button>
    <button class="link" @click=${() => use.discard(clientId)}>${words().delete}</button>
  </div>`
}

const ICONS: Record<ItemState, TemplateResult | typeof nothing> = {
  queued: icons.clock,
  sending: icons.clock,
  failed: icons.alert,
  sent: icons.check,
  delivered: icons.checks,
  read: icons.checks,
  received: nothing,
}

function stateText(state: ItemState): string {
  if (state === 'received') return ''
  return state === 'failed' ? words().notSent : words()[state]
}

function reason(code: ErrorCode): string {
  if (code === 'message_too_long') return words().becauseTooLong
  if (code === 'forbidden' || code === 'conversation_not_found') return words().becauseForbidden
  return words().becauseRefused
}
