import { type ChatState, type Conversation, type Thread, unread } from '@eplatform/chat'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, query, queryAll, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import { focusedIn } from '../base/focus'
import { focusedOf, keepOneStop, rove } from '../base/roving'
import { Telling } from '../base/telling'
import '../shared/avatar'
import { placeholder, skeleton, statusStyles } from '../shared/status'
import { dayName } from '../shared/times'
import { common } from '../theme/common'
import { controls } from '../theme/controls'
import { motion } from '../theme/motion'
import { words } from '../words/words'
import { Anchor } from './anchor'
import { historyStyles } from './history.styles'
import { jumpButton, olderButton } from './history-buttons'
import { itemsOf } from './item'
import { messageRow, type MessageUse } from './message'
import { messageStyles } from './message.styles'
import { NewLine } from './new-line'
import { byDay, type Day, type Placed } from './runs'
import { lastSeen } from './seen'

/**
 * The messages of one conversation. It loads older ones when somebody scrolls up, keeps their place, follows new
 * ones at its end, and reports what was seen.
 *
 * @fires chat-handled - a message that was not sent was tried again or dropped
 * @csspart bubble - a message; `bubble-in` and `bubble-out` tell others' from one's own
 * @csspart meta - its time and state
 */
@define('chat-history')
export class ChatHistory extends ChatElement {
  static override styles = [common, controls, statusStyles, motion, messageStyles, historyStyles]

  @property({ attribute: false }) conversationId = ''
  @state() private away = false
  @query('.scroller') private scroller!: HTMLElement | null
  @queryAll('.message') private messages!: NodeListOf<HTMLElement>
  readonly #anchor = new Anchor(() => this.scroller)
  readonly #newLine = new NewLine()
  readonly #resized = new ResizeObserver(() => this.#anchor.restore())
  readonly #look = () => this.#see()
  #measured: HTMLElement | null = null
  #placed = false

  constructor() {
    super()
    new Telling(this)
  }

  protected override watched({ threads, conversations, outgoing, people, me }: ChatState) {
    return [threads.get(this.conversationId), conversations.get(this.conversationId), outgoing, people, me]
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('focus', this.#look)
    document.addEventListener('visibilitychange', this.#look)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('focus', this.#look)
    document.removeEventListener('visibilitychange', this.#look)
    this.#resized.disconnect()
    this.#measured = null
  }

  /** Goes to the newest message. */
  toEnd(): void {
    this.#anchor.toEnd()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    const thread = this.#thread
    if (!thread && this.conversationId) void this.client?.open(this.conversationId)
    if (changed.has('conversationId')) this.#placed = false
    this.#newLine.follow(this.#conversation, this.state.me)
  }

  protected override update(changed: PropertyValues<this>): void {
    this.#anchor.hold(this.messages)
    const focused = focusedIn(this.renderRoot)
    super.update(changed)
    if (focused && !focused.isConnected) this.#refocus(focused)
  }

  /** A button that has done its work is gone; whoever used it goes on where it led. */
  #refocus(gone: HTMLElement): void {
    const message = gone.matches('.jump') ? undefined : this.#anchor.message
    ;(message?.isConnected ? message : [...this.messages].at(-1))?.focus({ preventScroll: true })
  }

  override render() {
    const thread = this.#thread
    const conversation = this.#conversation
    // Until it is known who I am, nobody can tell which side a message belongs to.
    const items = this.state.me === undefined ? [] : itemsOf(this.state, this.conversationId)
    if (thread?.failed === 'missing') return placeholder(words().chatMissing)
    if (thread?.failed === 'window' && items.length === 0) {
      return placeholder(words().messagesNotLoaded, words().messagesKept, { label: words().tryAgain, run: () => this.#load() })
    }
    if (items.length === 0) {
      const known = this.state.me !== undefined && conversation && thread && thread.loading !== 'window'
      return known ? placeholder(words().sayHello) : html`<div class="column">${skeleton(5, 'bubble')}</div>`
    }
    const days = byDay(items, this.#newLine.after)
    return html`
      <div class="scroller" tabindex="-1" aria-busy=${thread?.loading ? 'true' : 'false'} @scroll=${this.#scrolled} @keydown=${this.#key}>
        <div class="column">
          ${thread ? olderButton(thread, () => this.#loadAbove(thread)) : nothing}
          ${repeat(days, day => dayKey(day), day => this.#day(day))}
        </div>
      </div>
      ${this.away ? jumpButton(conversation ? unread(this.state, conversation) : 0, () => this.#anchor.glideToEnd()) : nothing}`
  }

  #day(day: Day): TemplateResult {
    const name = dayName(day.time)
    return html`<section class="day" aria-label=${name}>
      <h3 class="day-name"><span>${name}</span></h3>
      <ol role="list">${repeat(day.items, placed => placed.item.key, placed => this.#item(placed))}</ol>
    </section>`
  }

  #item(placed: Placed): TemplateResult {
    const { item } = placed
    const line = item.seq !== undefined && item.seq === this.#newLine.first ? this.#newLine.count : 0
    return html`${line > 0 ? html`<li class="new"><span>${words().newMessages(line)}</span></li>` : nothing}
      ${messageRow(placed, this.state.people.get(item.senderId), this.#use)}`
  }

  readonly #use: MessageUse = {
    retry: clientId => this.#handled(() => this.client?.retry(clientId)),
    discard: clientId => this.#handled(() => this.client?.discard(clientId)),
  }

  #handled(act: () => void): void {
    act()
    this.dispatchEvent(new Event('chat-handled'))
  }

  protected override updated(): void {
    this.#watchSizes()
    if (this.#placed) this.#anchor.restore()
    else this.#place()
    keepOneStop([...this.messages], [...this.messages].at(-1))
    this.#see()
    this.#loadOlderWhenNear()
  }

  #watchSizes(): void {
    if (this.scroller === this.#measured) return
    this.#measured = this.scroller
    this.#resized.disconnect()
    for (const part of this.renderRoot.querySelectorAll('.scroller, .column')) this.#resized.observe(part)
  }

  /** Where a conversation opens: at what is new if that does not fit, otherwise at its end. */
  #place(): void {
    if (this.messages.length === 0) return
    this.#placed = true
    this.#anchor.toEnd()
    const line = this.renderRoot.querySelector('.new')
    const top = this.scroller?.getBoundingClientRect().top ?? 0
    if (line && line.getBoundingClientRect().top < top) this.#anchor.toQuarter(line)
    this.away = !this.#anchor.nearEnd
  }

  #scrolled(): void {
    this.#anchor.scrolled()
    this.away = !this.#anchor.nearEnd
    this.#anchor.hold(this.messages)
    this.#see()
    this.#loadOlderWhenNear()
  }

  #loadOlderWhenNear(): void {
    const thread = this.#thread
    if (!this.scroller || !thread || thread.failed || this.scroller.clientHeight === 0) return
    if (this.scroller.scrollTop < 2 * this.scroller.clientHeight) void this.client?.loadOlder(this.conversationId)
  }

  #see(): void {
    const seq = this.scroller && lastSeen(this.scroller, [...this.messages])
    if (seq) this.client?.markRead(this.conversationId, seq)
  }

  #key(event: KeyboardEvent): void {
    const messages = [...this.messages]
    // Anywhere else, arrows scroll.
    if (focusedOf(messages)) rove(event, messages)
  }

  /** Above what is on its way the newest page may be missing; above everything else it is an older one. */
  #loadAbove(thread: Thread): void {
    if (thread.failed === 'window') this.#load()
    else void this.client?.loadOlder(this.conversationId)
  }

  #load(): void {
    void this.client?.open(this.conversationId)
  }

  get #thread(): Thread | undefined {
    return this.state.threads.get(this.conversationId)
  }

  get #conversation(): Conversation | undefined {
    return this.state.conversations.get(this.conversationId)
  }
}

function dayKey(day: Day): string {
  return new Date(day.time).toDateString()
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-history': ChatHistory
  }
}
