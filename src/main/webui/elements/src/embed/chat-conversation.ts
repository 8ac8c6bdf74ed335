import type { ChatState } from '@eplatform/chat'
import { css, html, nothing, type PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import { PARTS, slots } from '../base/parts'
import { Opening } from '../shared/opening'
import { placeholder, statusStyles } from '../shared/status'
import '../shell/announcer'
import type { ChatAnnouncer } from '../shell/announcer'
import { common } from '../theme/common'
import { controls } from '../theme/controls'
import '../thread/thread'
import type { ChatThread } from '../thread/thread'
import { words } from '../words/words'
import { chat } from './chat'

/**
 * One conversation without the list of the others: a given one, or the one with a person.
 *
 * @slot header - at the end of the header of a conversation
 * @slot empty - in place of what is said where there is no message yet
 * @slot composer-actions - buttons beside what one writes
 * @csspart header - who an open conversation is with
 * @csspart name - their name in it
 * @csspart avatar - a picture, or the initials in place of it
 * @csspart message - a message, with its time
 * @csspart bubble - what it says
 * @csspart bubble-in - the same of somebody else's
 * @csspart bubble-out - the same of one's own
 * @csspart meta - its time and state
 * @csspart composer - where one writes, with its buttons
 * @csspart field - the field for the text
 * @csspart emoji - the button for emoji
 * @csspart send - the button that sends
 */
@define('chat-conversation')
export class ChatConversation extends ChatElement {
  static override styles = [
    common,
    controls,
    statusStyles,
    css`
      :host { display: block; block-size: 100%; min-block-size: 0; }
      chat-thread { --chat-back-display: none; block-size: 100%; }
    `,
  ]

  @property({ attribute: false }) conversationId: string | undefined
  @property({ attribute: false }) userId: string | undefined
  @state() private found: string | undefined
  @state() private problem: string | undefined
  @query('chat-thread') private thread!: ChatThread | null
  @query('chat-announcer') private announcer!: ChatAnnouncer | null

  /** The focus was given before there was a place to write. */
  #wantsFocus = false
  readonly #opening = new Opening({
    found: id => (this.found = id),
    failed: (problem, error) => {
      chat.failToOpen(error)
      this.problem = problem
    },
  })

  constructor() {
    super()
    this.addEventListener('chat-tell', event => this.announcer?.say(event.text))
  }

  /** Puts the cursor where one writes. On a touch screen that would cover the messages. */
  override focus(): void {
    this.#wantsFocus = this.found === undefined
    if (matchMedia('(pointer: fine)').matches) this.thread?.focus()
    else this.thread?.focusTop()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#opening.stop()
  }

  protected override watched({ connection }: ChatState) {
    return [connection.name === 'closed' ? connection.reason : '']
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (!changed.has('client') && !changed.has('userId') && !changed.has('conversationId')) return
    this.found = this.conversationId
    this.problem = undefined
    if (this.client && this.conversationId === undefined && this.userId !== undefined) void this.#opening.open(this.client, this.userId)
  }

  override render() {
    const { connection } = this.state
    const signedOut = connection.name === 'closed' && connection.reason === 'signed_out'
    return html`${signedOut
      ? placeholder(words().signedOut, words().signInAgain)
      : this.problem !== undefined
        ? placeholder(this.problem)
        : html`<chat-thread .client=${this.client} .conversationId=${this.found ?? ''} exportparts=${PARTS}>${slots}</chat-thread>`}
    ${this.client ? html`<chat-announcer .client=${this.client}></chat-announcer>` : nothing}`
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#wantsFocus && this.found !== undefined) void this.thread?.updateComplete.then(() => this.focus())
    if (changed.has('client') && changed.get('client') !== undefined) return
    if ((changed as Map<string, unknown>).has('problem') && this.problem !== undefined) this.announcer?.say(this.problem)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-conversation': ChatConversation
  }
}
