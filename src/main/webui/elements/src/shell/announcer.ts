import { type ChatState, EMPTY_STATE } from '@eplatform/chat'
import { html, type PropertyValues } from 'lit'
import { state } from 'lit/decorators.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import { isWriting } from '../base/focus'
import { common } from '../theme/common'
import { words } from '../words/words'
import { newsBetween } from './news'
import { Outage } from './outage'

/** `assertive` interrupts whatever is being read: for what is lost unless somebody acts. */
export type Urgency = 'polite' | 'assertive'

/** At most one announcement of messages in this many milliseconds: a burst is told as a number. */
const INTERVAL_MS = 1000
/** So long somebody who writes is not disturbed about a connection that is away, in milliseconds. */
const WRITING_PATIENCE_MS = 10_000
/** What was said is gone after this, in milliseconds, so that nobody who reads on comes across it as if it were new. */
const STAYS_MS = 7000

/**
 * Tells people who do not see the page what has come and what has changed. The list of messages itself stays silent.
 * Without a client it says only what it is given.
 */
@define('chat-announcer')
export class ChatAnnouncer extends ChatElement {
  static override styles = [common]

  @state() private said: Record<Urgency, string> = { polite: '', assertive: '' }
  #told: ChatState = EMPTY_STATE
  #pause: ReturnType<typeof setTimeout> | undefined
  readonly #gone: Partial<Record<Urgency, ReturnType<typeof setTimeout>>> = {}
  readonly #outage = new Outage(this, () => this.#tellOutage(), WRITING_PATIENCE_MS)

  /** Has this read out. */
  say(text: string, urgency: Urgency = 'polite'): void {
    // The same words twice would be dropped: an invisible character makes them others.
    this.#put(urgency, text === this.said[urgency] ? `${text}\u200B` : text)
    clearTimeout(this.#gone[urgency])
    this.#gone[urgency] = setTimeout(() => this.#put(urgency, ''), STAYS_MS)
  }

  protected override watched({ conversations, outgoing, connection }: ChatState) {
    return [conversations, outgoing, connection]
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const timer of [this.#pause, this.#gone.polite, this.#gone.assertive]) clearTimeout(timer)
    this.#pause = undefined
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    this.#outage.follow(this.state.connection)
    if (this.#pause === undefined) this.#tellNews()
  }

  override render() {
    return html`<div class="for-readers" role="status">${this.said.polite}</div>
      <div class="for-readers" role="alert">${this.said.assertive}</div>`
  }

  #put(urgency: Urgency, text: string): void {
    this.said = { ...this.said, [urgency]: text }
  }

  #tellNews(): void {
    const { arrived, failed } = newsBetween(this.#told, this.state)
    this.#told = this.state
    if (failed !== undefined) this.say(failed, 'assertive')
    if (arrived !== undefined) this.say(arrived)
    if (failed === undefined && arrived === undefined) return
    this.#pause = setTimeout(() => {
      this.#pause = undefined
      this.requestUpdate()
    }, INTERVAL_MS)
  }

  /** Whoever does not write hears of it from the bar alone. */
  #tellOutage(): void {
    if (this.state.connection.name !== 'connected' && isWriting()) this.say(words().connectionLost, 'assertive')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-announcer': ChatAnnouncer
  }
}
