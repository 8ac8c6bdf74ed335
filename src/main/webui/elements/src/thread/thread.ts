import { type ChatState, type Conversation, nameOf, partner, presenceOf } from '@eplatform/chat'
import { html, nothing, type TemplateResult } from 'lit'
import { property, query } from 'lit/decorators.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import { PARTS } from '../base/parts'
import { EveryMinute } from '../base/every-minute'
import { WishEvent } from '../base/events'
import '../composer/composer'
import type { ChatComposer } from '../composer/composer'
import '../shared/avatar'
import * as icons from '../shared/icons'
import { presenceInWords } from '../shared/presence'
import '../shell/connection'
import { common } from '../theme/common'
import { controls } from '../theme/controls'
import { words } from '../words/words'
import './history'
import type { ChatHistory } from './history'
import { threadStyles } from './thread.styles'
import './typing'

/**
 * One conversation: who it is with, its messages, and where one writes.
 *
 * @fires chat-back - somebody wants to see the list again
 * @slot header - at the end of the header
 * @slot empty - in place of what is said where there is no message yet
 * @slot composer-actions - beside what one writes
 */
@define('chat-thread')
export class ChatThread extends ChatElement {
  static override styles = [common, controls, threadStyles]

  /** Empty while it is not known yet. */
  @property({ attribute: false }) conversationId = ''
  /** The message to open the conversation at: it is loaded wherever it is, marked for a moment, and gets the focus. */
  @property({ attribute: false }) seq: number | undefined
  /** Gives the address of a message, to be copied. Without it that is one of the chat's own page. */
  @property({ attribute: false }) linkTo: ((conversationId: string, seq: number) => string) | undefined
  @query('chat-composer') private composer!: ChatComposer | null
  @query('section') private section!: HTMLElement
  @query('chat-history') private history!: ChatHistory

  #watching: string | undefined

  constructor() {
    super()
    new EveryMinute(this)
  }

  /** Puts the cursor where one writes. */
  override focus(): void {
    if (this.composer) this.composer.focus()
    else this.focusTop()
  }

  /** Goes to a message, wherever in the conversation it is. */
  toMessage(seq: number): void {
    this.history.toMessage(seq)
  }

  /** Puts the focus on the conversation as a whole, for those who read first. */
  focusTop(): void {
    this.section.focus({ preventScroll: true })
  }

  protected override watched({ conversations, threads, people, presence, me }: ChatState) {
    return [conversations.get(this.conversationId), threads.get(this.conversationId)?.failed, people, presence, me]
  }

  /** However long the list is, who one talks to comes first. */
  protected override updated(): void {
    const conversation = this.state.conversations.get(this.conversationId)
    const other = conversation && partner(this.state, conversation)?.id
    if (other !== this.#watching) this.client?.watchPresence('thread', other === undefined ? [] : [other])
    this.#watching = other
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.client?.watchPresence('thread', [])
    this.#watching = undefined
  }

  override render() {
    const { client, conversationId } = this
    const conversation = this.state.conversations.get(conversationId)
    // While it is not known yet which conversation this is, there is none to write in.
    const closed = conversationId === '' || this.state.threads.get(conversationId)?.failed === 'missing'
    const name = conversation && nameOf(this.state, conversation)
    return html`<section tabindex="-1" aria-label=${name ? words().conversationWith(name) : words().conversation}>
      <header part="header">
        <button class="icon-button back" aria-label=${words().backToChats} title=${words().backToChats} @click=${() => this.dispatchEvent(new WishEvent('chat-back'))}>
          ${icons.back}
        </button>
        ${conversation ? this.#partner(conversation) : nothing}
        <slot name="header"></slot>
      </header>
      <chat-connection .client=${client}></chat-connection>
      <chat-history .client=${client} .conversationId=${conversationId} .seq=${this.seq}
        .linkTo=${this.linkTo ?? this.#pageLink} exportparts=${PARTS} @chat-handled=${() => this.focus()}>
        <slot name="empty" slot="empty"></slot>
      </chat-history>
      <chat-typing .client=${client} .conversationId=${conversationId}></chat-typing>
      ${closed ? nothing : html`<chat-composer .client=${client} .conversationId=${conversationId} exportparts=${PARTS} @chat-sent=${() => this.history.toEnd()}>
        <slot name="composer-actions" slot="composer-actions"></slot>
      </chat-composer>`}
    </section>`
  }

  readonly #pageLink = (conversationId: string, seq: number): string =>
    new URL(`/chat/?${new URLSearchParams({ c: conversationId, m: String(seq) })}`, this.client?.url ?? location.href).href

  #partner(conversation: Conversation): TemplateResult {
    const person = partner(this.state, conversation)
    const presence = person && presenceOf(this.state, person.id)
    return html`<chat-avatar .person=${person} .presence=${presence} exportparts="avatar"></chat-avatar>
      <div class="who">
        <h2 class="one-line" part="name" dir="auto">${nameOf(this.state, conversation)}</h2>
        ${presence ? html`<p class="secondary one-line">${presenceInWords(presence)}</p>` : nothing}
      </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-thread': ChatThread
  }
}
