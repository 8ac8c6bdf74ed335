import { type ChatState, nameOf, partner } from '@eplatform/chat'
import { html, nothing, type TemplateResult } from 'lit'
import * as icons from '../shared/icons'
import { oneLine, textOf } from '../shared/text-of'
import { words } from '../words/words'
import type { Toast } from './toast'

export interface ToastUse {
  open(conversationId: string): void
  retry(clientId: string): void
  dismiss(): void
}

/** One toast: what it tells, what can be done about it, and a way to be rid of it. */
export function toastCard(state: ChatState, toast: Toast, use: ToastUse): TemplateResult {
  return html`<div class="toast ${toast.kind}" part="toast" data-toast=${toast.key}>
    ${content(state, toast, use)}
    <button class="icon-button" aria-label=${words().dismiss} title=${words().dismiss} @click=${() => use.dismiss()}>${icons.close}</button>
  </div>`
}

function content(state: ChatState, toast: Toast, use: ToastUse): TemplateResult {
  switch (toast.kind) {
    case 'message':
      return opening(state, toast.conversationId, lineOf(state, toast.conversationId, toast.count), use)
    case 'failed':
      return html`${opening(state, toast.conversationId, failed(state, toast.clientId), use)}
        <button class="button quiet" @click=${() => use.retry(toast.clientId)}>${words().tryAgain}</button>`
    case 'restored':
      return html`<p>${words().connectionRestored}</p>`
  }
}

function opening(state: ChatState, conversationId: string, line: TemplateResult, use: ToastUse): TemplateResult {
  const conversation = state.conversations.get(conversationId)
  if (!conversation) return line
  return html`<button class="open" @click=${() => use.open(conversationId)}>
    <chat-avatar .person=${partner(state, conversation)}></chat-avatar>
    <span class="name one-line" dir="auto">${nameOf(state, conversation)}</span>
    ${line}
  </button>`
}

function lineOf(state: ChatState, conversationId: string, count: number): TemplateResult {
  const message = state.conversations.get(conversationId)?.lastMessage
  const text = count > 1 ? words().newMessages(count) : message && oneLine(textOf(message))
  return html`<span class="line secondary one-line" dir="auto">${text ?? nothing}</span>`
}

function failed(state: ChatState, clientId: string): TemplateResult {
  const body = state.outgoing.find(outgoing => outgoing.clientId === clientId)?.body ?? ''
  return html`<span class="line secondary one-line failed" dir="auto">${icons.alert}<span class="one-line">${words().notSentBecause(oneLine(body))}</span></span>`
}
