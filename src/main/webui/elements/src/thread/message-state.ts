import type { ErrorCode } from '@eplatform/chat'
import { html, nothing, type TemplateResult } from 'lit'
import * as icons from '../shared/icons'
import { clock, fullTime } from '../shared/times'
import { words } from '../words/words'
import type { Item, ItemState } from './item'
import type { MessageActions } from './message-actions'

/** Time and state: seen under the last message of a run, and always there for readers. */
export function delivery(item: Item, last: boolean): TemplateResult {
  const state = stateText(item.state)
  return html`<div class=${last || item.changed === 'edited' ? 'meta' : 'for-readers'} part="meta">
    <time dir="auto" datetime=${item.time} title=${fullTime(item.time)}>${clock(item.time)}</time>
    ${item.changed === 'edited' ? html`<span>${words().edited}</span>` : nothing}
    ${item.mine ? html`<span class="state ${item.state}" title=${state}>${ICONS[item.state]}<span>${state}</span></span>` : nothing}
  </div>`
}

/** Below a message that stays unsent until its author does something about it. */
export function unsent(item: Item, { retry, edit, discard }: MessageActions): TemplateResult {
  const code = item.outgoing?.error
  // What was refused for good would be refused again as it is.
  const [label, mend] = item.state === 'rejected' ? [words().edit, edit] : [words().tryAgain, retry]
  return html`<div class="meta failure" part="meta">
    <span class="state failed">${icons.alert}<span>${code ? words().notSentBecause(reason(code)) : words().notSent}</span></span>
    <button class="link" @click=${() => mend(item)}>${label}</button>
    <button class="link" @click=${() => discard(item)}>${words().discard}</button>
  </div>`
}

const ICONS: Record<ItemState, TemplateResult | typeof nothing> = {
  queued: icons.clock,
  sending: icons.sending,
  failed: icons.alert,
  rejected: icons.alert,
  sent: icons.check,
  delivered: icons.checks,
  read: icons.checks,
  received: nothing,
}

function stateText(state: ItemState): string {
  if (state === 'received') return ''
  return state === 'failed' || state === 'rejected' ? words().notSent : words()[state]
}

function reason(code: ErrorCode): string {
  if (code === 'message_too_long') return words().becauseTooLong
  if (code === 'forbidden' || code === 'user_disabled' || code === 'conversation_not_found') return words().becauseForbidden
  return words().becauseRefused
}
