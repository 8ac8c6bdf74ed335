import { byActivity, type ChatState, type Conversation, nameOf, partner, unread } from '@eplatform/chat'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, query, queryAll, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import { EveryMinute } from '../base/every-minute'
import { OpenEvent, OpenWithEvent, WishEvent } from '../base/events'
import { Telling } from '../base/telling'
import { focusedIn, keepFocus } from '../base/focus'
import { focusedOf, keepOneStop, rowKeys, stopAt } from '../base/roving'
import { TypeAhead } from '../base/type-ahead'
import '../shared/avatar'
import * as icons from '../shared/icons'
import { placeholder, skeleton, statusStyles } from '../shared/status'
import { common } from '../theme/common'
import { controls } from '../theme/controls'
import { panelStyles } from '../theme/panel'
import { words } from '../words/words'
import { Directory } from './directory'
import { listStyles } from './list.styles'
import { SettledOrder } from './order'
import { conversationRow, personRow } from './row'
import { rowStyles } from './row.styles'

/**
 * The conversations, newest activity first, with a field that filters them and finds other people.
 *
 * @fires chat-open - a conversation was chosen
 * @fires chat-open-with - a person was chosen
 * @fires chat-new - somebody wants to see the directory
 * @csspart list - the whole
 * @csspart row - a line of the list
 * @csspart row-badge - the number of unread messages
 */
@define('chat-list')
export class ChatList extends ChatElement {
  static override styles = [common, controls, statusStyles, panelStyles, rowStyles, listStyles]

  /** The conversation that is open. */
  @property() selected: string | undefined
  @state() private query = ''
  @query('input') private field!: HTMLInputElement
  @queryAll('.row') private rows!: NodeListOf<HTMLElement>
  readonly #directory = new Directory(this, 'search')
  readonly #order = new SettledOrder(this)
  readonly #typeAhead = new TypeAhead()

  constructor() {
    super()
    new EveryMinute(this)
    new Telling(this)
  }

  /** Puts the focus on the row of a conversation, or else on the first one. */
  focusRow(conversationId: string | undefined): void {
    const rows = [...this.rows]
    ;(rows.find(row => row.dataset['id'] === conversationId) ?? rows[0] ?? this.field).focus()
  }

  /** Puts the focus where one looks for a chat. */
  focusSearch(): void {
    this.field.focus()
    this.field.select()
  }

  /** The conversation above (-1) or below (1) the open one, as the list stands; if none is open, the first one. */
  neighbour(step: -1 | 1, onlyUnread = false): string | undefined {
    const all = this.#shown()
    const open = all.findIndex(({ id }) => id === this.selected)
    if (open < 0 && !onlyUnread) return all[0]?.id
    const beyond = step < 0 ? all.slice(0, Math.max(0, open)).reverse() : all.slice(open + 1)
    return beyond.find(conversation => !onlyUnread || unread(this.state, conversation) > 0)?.id
  }

  protected override watched({ conversations, people, presence, typing, outgoing, drafts, list, me }: ChatState) {
    return [conversations, people, presence, typing, outgoing, drafts, list, me]
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (changed.has('selected')) this.#order.settle()
  }

  override render() {
    return html`<nav class="panel" part="list" aria-label=${words().conversations} @keydown=${this.#key}>
      <header>
        <h2>${words().chats}</h2>
        <button class="icon-button" aria-label=${words().newChat} title=${words().newChat} @click=${() => this.dispatchEvent(new WishEvent('chat-new'))}>
          ${icons.plus}
        </button>
      </header>
      <div class="search">
        <input class="field" type="search" placeholder=${words().searchPeople} aria-label=${words().searchPeople} autocomplete="off" spellcheck="false"
          .value=${this.query} @input=${this.#search}>
      </div>
      <div class="scroller" @scroll=${this.#scrolled}
        @pointerenter=${this.#pointed} @pointermove=${this.#pointed} @pointerleave=${() => this.#order.pointedAway()}
        @focusout=${() => this.requestUpdate()}>${this.#content()}</div>
    </nav>`
  }

  #shown(): Conversation[] {
    // A tap focuses a row, too, but leaves nobody waiting there.
    const focused = focusedOf([...this.rows])?.matches(':focus-visible') ?? false
    return this.#order.of(this.state, focused)
  }

  #content(): TemplateResult {
    const { state } = this
    if (this.query !== '') return this.#found()
    if (state.list.name === 'failed') {
      return placeholder(words().chatsNotLoaded, undefined, { label: words().tryAgain, run: () => void this.client?.reloadConversations() })
    }
    if (state.list.name === 'loading') return skeleton(6, 'row')
    if (state.conversations.size === 0) {
      const run = () => void this.dispatchEvent(new WishEvent('chat-new'))
      return placeholder(words().noChats, undefined, { label: words().findPeople, run })
    }
    return html`<div role="listbox" aria-label=${words().conversations}>${this.#conversations(this.#shown())}</div>`
  }

  #found(): TemplateResult {
    const conversations = this.#matching()
    const known = new Set([...this.state.conversations.values()].map(c => partner(this.state, c)?.id))
    const people = this.#directory.people.filter(person => !known.has(person.id))
    if (conversations.length + people.length === 0) return this.#nobody()
    return html`<div role="listbox" aria-label=${words().found}>
      ${conversations.length > 0 ? html`<div role="group" aria-label=${words().chats}>
        <p class="heading meta" aria-hidden="true">${words().chats}</p>${this.#conversations(conversations)}</div>` : nothing}
      ${people.length > 0 ? html`<div role="group" aria-label=${words().people}>
        <p class="heading meta" aria-hidden="true">${words().people}</p>${repeat(people, person => person.id, person =>
          personRow(this.state, person, () => this.#openWith(person.id)))}</div>` : nothing}
    </div>`
  }

  /** The conversations that the search finds; they need not be asked for. */
  #matching(): Conversation[] {
    const wanted = this.query.toLocaleLowerCase()
    if (wanted === '') return []
    return byActivity(this.state).filter(c => nameOf(this.state, c).toLocaleLowerCase().includes(wanted))
  }

  #nobody(): TemplateResult {
    if (this.#directory.state === 'searching') return skeleton(3, 'row')
    if (this.#directory.state === 'idle') return placeholder(words().nobodyCalled(this.query))
    return this.#directory.failure(words().searchFailed)
  }

  #conversations(conversations: readonly Conversation[]) {
    return repeat(conversations, c => c.id, c =>
      conversationRow(this.state, c, { open: () => this.#open(c.id), selected: c.id === this.selected }))
  }

  #open(id: string): void {
    this.#clear()
    this.dispatchEvent(new OpenEvent(id))
  }

  #openWith(userId: string): void {
    this.#clear()
    this.dispatchEvent(new OpenWithEvent(userId))
  }

  #search(): void {
    this.query = this.field.value.trim()
    if (this.query === '') this.#directory.clear()
    else this.#directory.search(this.query)
  }

  #clear(): void {
    this.query = ''
    this.#directory.clear()
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape' && event.target === this.field && !event.isComposing) this.#clear()
    const rows = [...this.rows]
    if (this.#typeAhead.press(event, rows, row => row.querySelector('.name')?.textContent ?? '')) return
    rowKeys(event, this.field, rows, () => this.#enter())
  }

  #pointed(event: PointerEvent): void {
    this.#order.pointed(event)
  }

  #enter(): void {
    const choose = () => this.rows[0]?.click()
    if (this.#matching().length > 0) choose()
    else if (this.query !== '') this.#directory.whenFound(choose)
  }

  #scrolled(event: Event): void {
    const scroller = event.target as HTMLElement
    if (scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight > scroller.clientHeight) return
    if (this.query === '') void this.client?.loadMoreConversations()
    else this.#directory.more()
  }

  protected override update(changed: PropertyValues<this>): void {
    const focused = focusedIn(this.renderRoot)
    super.update(changed)
    keepFocus(focused)
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { list } = this.state
    const scroller = this.renderRoot.querySelector('.scroller')
    // A list that does not fill its place cannot be scrolled for more.
    if (this.query === '' && list.name === 'ready' && list.next && scroller && scroller.clientHeight > 0 && scroller.scrollHeight <= scroller.clientHeight) {
      void this.client?.loadMoreConversations()
    }
    const rows = [...this.rows]
    const selected = rows.find(row => row.getAttribute('aria-selected') === 'true')
    keepOneStop(rows, selected ?? rows[0])
    if (!changed.has('selected') || !selected) return
    stopAt(selected, rows)
    selected.scrollIntoView?.({ block: 'nearest' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-list': ChatList
  }
}
