import { type ChatState, type Conversation, marker, type Thread, unread } from '@eplatform/chat'
import { html, nothing, type PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { guard } from 'lit/directives/guard.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import { focusedIn, keepFocus } from '../base/focus'
import { focusOn, keepOneStop } from '../base/roving'
import { Telling } from '../base/telling'
import '../shared/avatar'
import { links } from '../shared/links'
import { placeholder, skeleton, statusStyles } from '../shared/status'
import { common } from '../theme/common'
import { controls } from '../theme/controls'
import { motion } from '../theme/motion'
import { words } from '../words/words'
import { Anchor } from './anchor'
import { arrive } from './arrive'
import { days } from './day'
import { DayNames } from './day-names'
import { emptyPlace } from './empty-place'
import { tendEnds } from './ends'
import { type Goal, isLoaded, isLost, load } from './goal'
import { historyStyles } from './history.styles'
import { jumpButton, newerButton, olderButton, unreadPill } from './history-buttons'
import { historyKeys } from './history-keys'
import { type Item, itemsOf } from './item'
import { Layout } from './layout'
import { messageRow } from './message'
import { MessageDeeds } from './message-deeds'
import { messageStyles } from './message.styles'
import { MessageSheet } from './message-sheet'
import { NewLine } from './new-line'
import { isPast } from './new-line-place'
import { Notice } from './notice'
import { Pointing } from './pointing'
import type { Placed } from './runs'
import { Sight } from './seen'

/**
 * The messages of one conversation. It loads what stands before and after them when somebody scrolls there, keeps their
 * place, follows new ones at its end, and reports what was seen.
 *
 * @fires chat-handled - a message that was not sent was tried again or dropped
 * @slot empty - in place of what is said where there is no message yet
 * @csspart message - a message, with its time
 * @csspart bubble - what it says; `bubble-in` and `bubble-out` tell others' from one's own
 * @csspart meta - its time and state
 */
@define('chat-history')
export class ChatHistory extends ChatElement {
  static override styles = [common, controls, statusStyles, motion, messageStyles, historyStyles]

  @property({ attribute: false }) conversationId = ''
  /** The message to open the conversation at. */
  @property({ attribute: false }) seq: number | undefined
  /** Gives the address of a message, to be copied. */
  @property({ attribute: false }) linkTo: (conversationId: string, seq: number) => string = () => ''
  @state() private away = false
  @state() private passed = false
  @query('.scroller') private scroller!: HTMLElement | null
  readonly #anchor = new Anchor(() => this.scroller)
  readonly #dayNames = new DayNames(this)
  readonly #newLine = new NewLine()
  readonly #sheet = new MessageSheet(this)
  readonly #notice = new Notice(this)
  readonly #deeds = new MessageDeeds(this, this.#notice)
  readonly #pointing = new Pointing(this, key => this.#sheet.open(key))
  readonly #layout = new Layout(() => this.#laidOut())
  readonly #look = () => this.#see()
  readonly #sight = new Sight(this.#look)
  /** The messages on the page. Asked for once after they have changed: to find 300 of them costs more than a new one. */
  #rows: readonly HTMLElement[] = []
  /** Whether the messages were rendered since they were asked for. */
  #rendered = false
  /** The thread as it was when all that follows from the reader's place was settled. */
  #settled: Thread | undefined
  #frame = 0
  #goal: Goal | undefined
  #leave: (() => void) | undefined
  #unlink: (() => void) | undefined
  #newest: string | undefined

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
    this.#unlink = links.follow(() => this.requestUpdate())
    if (this.hasUpdated) this.#enter()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('focus', this.#look)
    document.removeEventListener('visibilitychange', this.#look)
    this.#unlink?.()
    this.#layout.stop()
    this.#sight.stop()
    cancelAnimationFrame(this.#frame)
    this.#leave?.()
    this.#leave = undefined
  }

  /** Goes to the newest message, and follows those that come. */
  toEnd(): void {
    this.#newLine.skipped ||= this.#unread > 0
    if (this.#thread?.hasNewer) this.#go({ name: 'end' })
    else this.#anchor.toEnd()
  }

  /** Goes to a message, wherever it is, and marks it for a moment. */
  toMessage(seq: number): void {
    this.#go({ name: 'message', seq })
  }

  /** Goes to the first message that was unread when the conversation was opened. */
  toUnread(): void {
    if (this.#newLine.first !== undefined) this.#go({ name: 'line', seq: this.#newLine.first })
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (changed.has('conversationId') || changed.has('client')) this.#enter()
    else if (changed.has('seq') && this.seq !== undefined) this.toMessage(this.seq)
    const thread = this.#thread
    if (!thread && this.conversationId) this.#open()
    // What was missed is too much to be read on: whoever was at the end comes back as if they opened the conversation.
    if (thread?.hasNewer && this.#anchor.atEnd && !this.#goal) this.#go({ name: 'opening' })
    this.#anchor.ends = !thread?.hasNewer
    this.#newLine.follow(this.#conversation, this.state.me, () => this.#sight.seemsOpen)
  }

  #enter(): void {
    this.#leave?.()
    this.#leave = this.conversationId ? this.client?.show(this.conversationId) : undefined
    this.#newest = undefined
    this.#open()
  }

  #open(): void {
    this.#go(this.seq === undefined ? { name: 'opening' } : { name: 'message', seq: this.seq })
  }

  #go(goal: Goal): void {
    this.#goal = goal
    if (this.client && this.conversationId) load(goal, this.client, this.conversationId)
    this.requestUpdate()
  }

  protected override update(changed: PropertyValues<this>): void {
    const focused = focusedIn(this.renderRoot)
    // Whoever is at the end stays there, wherever the messages are: to ask for their places would cost a layout.
    if (focused || !this.#anchor.atEnd) this.#anchor.hold(this.#rows)
    super.update(changed)
    if (this.#rendered) this.#rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.message')]
    if (focused && !focused.isConnected) this.#refocus(focused)
    else keepFocus(focused)
  }

  /** A button that has done its work is gone; whoever used it goes on where it led. */
  #refocus(gone: HTMLElement): void {
    const message = gone.matches('.jump') ? undefined : this.#anchor.message
    const next = message?.isConnected ? message : this.#rows.at(-1)
    if (next) focusOn(next, this.#rows)
  }

  override render() {
    const thread = this.#thread
    // Until it is known who I am, nobody can tell which side a message belongs to.
    const items = this.state.me === undefined ? [] : itemsOf(this.state, this.conversationId)
    this.#rendered = items.length === 0
    if (thread?.failed === 'missing') return placeholder(words().chatMissing)
    if (thread?.failed === 'window' && items.length === 0) {
      return placeholder(words().messagesNotLoaded, words().messagesKept, { label: words().tryAgain, run: () => this.#open() })
    }
    if (items.length === 0) {
      const known = this.state.me !== undefined && this.#conversation && thread && thread.loading !== 'window'
      return known ? emptyPlace(this) : html`<div class="column">${skeleton(5, 'bubble')}</div>`
    }
    const stored = items.filter(item => item.seq !== undefined)
    const waiting = items.filter(item => item.seq === undefined)
    const apart = thread?.hasNewer && waiting.length > 0
    return html`
      ${this.passed ? unreadPill(this.#newLine.count, () => this.toUnread(), () => this.#readAll()) : nothing}
      <div class="scroller" tabindex="-1" aria-busy=${thread?.loading ? 'true' : 'false'} @scroll=${this.#scrolled} @keydown=${this.#key}
        @pointerover=${this.#pointing} @pointerleave=${this.#pointing} @focusin=${this.#pointing} @focusout=${this.#pointing}
        @pointerdown=${this.#pointing} @pointermove=${this.#pointing} @pointerup=${this.#pointing} @pointercancel=${this.#pointing}>
        <div class="column">
          ${thread ? olderButton(thread, () => this.#loadAbove(thread)) : nothing}
          ${guard([...this.#looks, apart], () => this.#days(apart ? stored : items))}
          ${thread ? newerButton(thread, () => this.#loadBelow(thread)) : nothing}
          ${apart ? days(waiting, undefined, this.#row) : nothing}
        </div>
      </div>
      ${this.away ? jumpButton(this.#unread, () => this.#jump()) : nothing}
      ${this.#sheet.render(items, this.#deeds)}`
  }

  /** What all rows together look like depends on. Where I have read up to changes with each message, and is none of it. */
  get #looks(): readonly unknown[] {
    const { threads, outgoing, people, me } = this.state
    const others = this.#conversation?.participants.filter(({ userId }) => userId !== me) ?? []
    const { after, first, count } = this.#newLine
    const { found, copied } = this.#notice
    return [threads.get(this.conversationId)?.messages, outgoing, people, me, ...others, after, first, count, this.#pointing.active, found, copied,
      words(), links.areLoaded, new Date().toDateString()]
  }

  #days(items: readonly Item[]): unknown {
    this.#rendered = true
    return days(items, this.#newLine.after, this.#row)
  }

  /** Made again only when it looks different: a new message must not cost as much as all that are there. */
  readonly #row = (placed: Placed): unknown => {
    const { item, first, last } = placed
    const sender = this.state.people.get(item.senderId)
    const look = { sender, active: this.#pointing.active === item.key, found: item.seq !== undefined && item.seq === this.#notice.found }
    const line = item.seq !== undefined && item.seq === this.#newLine.first ? this.#newLine.count : 0
    const copied = look.active ? this.#notice.copied : undefined
    return guard([item.source, item.state, first, last, line, look.active, look.found, copied, sender?.name, sender?.avatarUrl, words(), links.areLoaded], () =>
      html`${line > 0 ? html`<li class="new"><span>${words().newMessages(line)}</span></li>` : nothing}${messageRow(placed, look, this.#deeds)}`)
  }

  protected override updated(): void {
    this.#layout.watch(this.scroller)
    const rows = this.#rows
    const follows = this.#goal === undefined && this.#anchor.atEnd
    if (this.#goal && rows.length > 0 && isLoaded(this.#goal, this.#thread)) this.#arrive(this.#goal)
    else if (!follows) this.#stay()
    if (this.#goal && this.client && isLost(this.#goal, this.#thread, this.#conversation?.lastSeq ?? 0)) load(this.#goal, this.client, this.conversationId)
    if (this.#rendered) keepOneStop(rows, rows.at(-1))
    this.#sight.watch(this.scroller, rows, this.#conversation && marker(this.#conversation, this.state.me)?.readSeq)
    if (!follows) this.#settle()
    else if (this.#rendered || this.#thread !== this.#settled) this.#follow()
  }

  #arrive(goal: Goal): void {
    this.#goal = undefined
    this.#newest = this.#rows.at(-1)?.dataset['key']
    arrive(goal, { scroller: this.scroller, rows: this.#rows, line: this.#line }, this.#anchor, this.#notice)
  }

  /** Whoever is at the end is brought to where it is then once the browser has laid out what has changed. */
  #follow(): void {
    this.#anchor.wait()
    this.#layout.changed()
  }

  #laidOut(): void {
    this.#stay()
    // What follows may change the page, which is laid out already in this frame.
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => this.#settle())
  }

  /** What comes to the end is followed, but of a message that is taller than the page one wants to read the beginning. */
  #stay(): void {
    const last = this.#rows.at(-1)
    const isNew = last?.dataset['key'] !== this.#newest
    this.#newest = last?.dataset['key']
    this.#anchor.restore()
    if (last && isNew && this.#anchor.atEnd) this.#anchor.toStartOf(last)
  }

  #scrolled(): void {
    this.#anchor.scrolled()
    this.#dayNames.scrolled(this.#anchor.atEnd)
    this.#anchor.hold(this.#rows)
    this.#settle()
  }

  /** What follows from the place where the reader is. */
  #settle(): void {
    cancelAnimationFrame(this.#frame)
    this.#settled = this.#thread
    if (this.#newLine.follow(this.#conversation, this.state.me, () => this.#sight.isOpen)) this.requestUpdate()
    this.away = this.scroller !== null && !this.#anchor.nearEnd
    this.#see()
    const thread = this.#thread
    this.passed = !this.#goal && isPast(this.#newLine, this.scroller, this.#line, thread?.messages[0]?.seq ?? 0)
    if (this.scroller && this.client && thread && !this.#goal) tendEnds(this.client, this.conversationId, thread, this.scroller, this.#rows)
  }

  #see(): void {
    const seq = this.#sight.last
    if (seq) this.client?.markRead(this.conversationId, seq)
  }

  #readAll(): void {
    this.#newLine.skipped = false
    this.passed = false
    this.client?.markRead(this.conversationId, this.#conversation?.lastSeq ?? 0)
  }

  readonly #key = (event: KeyboardEvent): void => {
    // The newest may have to be loaded first, in place of the message that has the focus.
    const latest = () => {
      this.#newLine.skipped ||= this.#unread > 0
      this.#go({ name: 'end', focus: true })
    }
    historyKeys(event, this.#rows, { latest, unread: () => this.toUnread(), dismiss: () => this.#pointing.dismiss() })
  }

  #jump(): void {
    if (this.#thread?.hasNewer) return this.toEnd()
    this.#newLine.skipped ||= this.#unread > 0
    this.#anchor.glideToEnd()
  }

  /** Above what is on its way the newest page may be missing; above everything else it is an older one. */
  #loadAbove(thread: Thread): void {
    if (thread.failed === 'window') this.#open()
    else void this.client?.loadOlder(this.conversationId)
  }

  #loadBelow(thread: Thread): void {
    if (thread.failed === 'window') this.#go(this.#goal ?? { name: 'end' })
    else void this.client?.loadNewer(this.conversationId)
  }

  /** Above the new messages, where they are on the page. */
  get #line(): Element | null {
    return this.renderRoot.querySelector('.new')
  }

  get #unread(): number {
    return this.#conversation ? unread(this.state, this.#conversation) : 0
  }

  get #thread(): Thread | undefined {
    return this.state.threads.get(this.conversationId)
  }

  get #conversation(): Conversation | undefined {
    return this.state.conversations.get(this.conversationId)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-history': ChatHistory
  }
}
