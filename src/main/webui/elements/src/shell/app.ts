import type { ChatState } from '@eplatform/chat'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, query } from 'lit/decorators.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import { WishEvent } from '../base/events'
import { isFocusLost } from '../base/focus'
import { PARTS, slots } from '../base/parts'
import '../list/list'
import type { ChatList } from '../list/list'
import '../list/people'
import type { ChatPeople } from '../list/people'
import '../list/profile'
import { placeholder, statusStyles } from '../shared/status'
import { common } from '../theme/common'
import { controls } from '../theme/controls'
import { tokens } from '../theme/tokens'
import '../thread/thread'
import type { ChatThread } from '../thread/thread'
import { words } from '../words/words'
import './announcer'
import type { ChatAnnouncer } from './announcer'
import { appStyles } from './app.styles'
import './connection'
import { Keyboard } from './keyboard'
import type { NotificationPermission, Settings } from './settings'
import './shortcut-list'
import type { ChatShortcutList } from './shortcut-list'
import './splitter'
import './toasts'
import type { ChatToasts } from './toasts'

/**
 * The whole chat: the list beside the open conversation, or one of them where there is no room for both.
 * What is open is the page's to decide: it hears of wishes and sets `conversationId`.
 *
 * @fires chat-open - a conversation was chosen
 * @fires chat-open-with - a person was chosen
 * @fires chat-back - somebody wants to leave the conversation
 * @fires chat-settings - something was chosen in the menu of the account
 * @fires chat-sign-in
 * @fires chat-sign-out
 */
@define('chat-app')
export class ChatApp extends ChatElement {
  static override styles = [tokens, common, controls, statusStyles, appStyles]

  /** A part of somebody else's page, which has a main content, a title and an account menu of its own. */
  @property({ type: Boolean }) embedded = false
  /** The open conversation. */
  @property({ attribute: false }) conversationId: string | undefined
  /** The message to open it at. */
  @property({ attribute: false }) seq: number | undefined
  /** A conversation is to be opened, and it is not known yet which. */
  @property({ type: Boolean }) waiting = false
  /** Something went wrong with what was to be opened. */
  @property() problem: string | undefined
  /** What the menu of the account lets one choose; without them it is not the chat's to choose. */
  @property({ attribute: false }) settings: Settings | undefined
  /** What the browser says to notifications. */
  @property({ attribute: false }) permission: NotificationPermission = 'unavailable'
  /** The whole page is the chat, and so are its keys. */
  @property({ type: Boolean }) shortcuts = false
  @query('chat-people') private people!: ChatPeople
  @query('chat-thread') private thread!: ChatThread | null
  @query('chat-list') private list!: ChatList | null
  @query('chat-toasts') private toasts!: ChatToasts | null
  @query('chat-shortcut-list') private shortcutList!: ChatShortcutList | null
  @query('chat-announcer') private announcer!: ChatAnnouncer | null
  /** The conversation that was open last. */
  #left: string | undefined
  #wasOpen = false
  #wasSignedOut = false

  constructor() {
    super()
    this.addEventListener('chat-tell', event => this.announcer?.say(event.text))
    new Keyboard(this)
  }

  /** Puts the cursor where one writes. */
  override focus(): void {
    this.thread?.focus()
  }

  protected override watched({ connection }: ChatState) {
    return [connection.name === 'closed' ? connection.reason : '']
  }

  override render() {
    const { client } = this
    // What reads out stays, whatever is shown: something new in a place that is new itself is not heard.
    return html`${isSignedOut(this.state) ? this.#signedOut() : this.#chat()}<chat-announcer .client=${client}></chat-announcer>`
  }

  #chat(): TemplateResult {
    const { client } = this
    return html`${this.#shell(html`
      <div class="side">
        <chat-connection .client=${client}></chat-connection>
        <chat-list .client=${client} selected=${this.conversationId ?? nothing} exportparts=${PARTS} @chat-new=${() => this.people.show()}></chat-list>
        ${this.embedded ? nothing : this.#profile()}
      </div>
      <chat-splitter></chat-splitter>
      <div class="pane" tabindex=${this.#isOpen ? nothing : -1}>${this.#pane()}</div>
      <chat-toasts .client=${client} .conversationId=${this.conversationId} .above=${this.#composer}></chat-toasts>`)}
    <chat-shortcut-list></chat-shortcut-list>
    <chat-people .client=${client}></chat-people>`
  }

  #profile(): TemplateResult {
    return html`<chat-profile .client=${this.client} .settings=${this.settings} permission=${this.permission} ?shortcuts=${this.shortcuts}
      @chat-shortcuts=${() => this.shortcutList?.show()}></chat-profile>`
  }

  #shell(content: TemplateResult): TemplateResult {
    const names = `shell ${this.#isOpen ? 'open' : ''}`
    if (this.embedded) return html`<section class=${names} aria-label=${words().chat}>${content}</section>`
    return html`<main class=${names}><h1 class="for-readers">${words().chat}</h1>${content}</main>`
  }

  #pane(): TemplateResult {
    if (this.problem !== undefined) {
      const run = () => void this.dispatchEvent(new WishEvent('chat-back'))
      return html`<chat-connection .client=${this.client}></chat-connection>
        ${placeholder(this.problem, undefined, { label: words().backToChats, run })}`
    }
    if (this.#isOpen) return html`<chat-thread .client=${this.client} .conversationId=${this.conversationId ?? ''} .seq=${this.seq}
      exportparts=${PARTS}>${slots}</chat-thread>`
    return placeholder(words().chooseChat)
  }

  #signedOut(): TemplateResult {
    const run = () => void this.dispatchEvent(new WishEvent('chat-sign-in'))
    return html`<main class="shell open"><h1 class="for-readers">${words().chat}</h1>
      ${placeholder(words().signedOut, words().signInAgain, { label: words().signIn, run })}</main>`
  }

  protected override updated(changed: PropertyValues<this>): void {
    if ((changed.has('conversationId') || changed.has('waiting')) && this.thread) void this.#entered(this.thread)
    if (this.problem !== undefined && isFocusLost()) this.renderRoot.querySelector<HTMLElement>('.pane .button')?.focus()
    if (changed.has('problem') && this.problem !== undefined) this.announcer?.say(this.problem)
    // Whoever has not been signed in here yet finds the same in the page itself.
    if (isSignedOut(this.state) && !this.#wasSignedOut && this.state.me !== undefined) this.announcer?.say(words().signedOut, 'assertive')
    this.#wasSignedOut = isSignedOut(this.state)
    if (this.#wasOpen && !this.#isOpen && isFocusLost()) void this.#leftFor(this.list)
    this.#wasOpen = this.#isOpen
    this.#left = this.conversationId ?? this.#left
  }

  readonly #composer = () => this.thread?.renderRoot.querySelector('chat-composer') ?? null

  /** What Keyboard moves between. */
  get parts() {
    const { list, thread, toasts, shortcutList } = this
    return { list, thread, toasts, shortcutList, pane: this.renderRoot.querySelector<HTMLElement>('.pane') }
  }

  get #isOpen(): boolean {
    return this.conversationId !== undefined || this.problem !== undefined || this.waiting
  }

  /** Where there is a keyboard, writing comes next; on a phone it would cover the messages. */
  async #entered(thread: ChatThread): Promise<void> {
    await thread.updateComplete
    if (matchMedia('(pointer: fine)').matches) thread.focus()
    else thread.focusTop()
  }

  async #leftFor(list: ChatList | null): Promise<void> {
    await list?.updateComplete
    list?.focusRow(this.#left)
  }
}

function isSignedOut({ connection }: ChatState): boolean {
  return connection.name === 'closed' && connection.reason === 'signed_out'
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-app': ChatApp
  }
}
