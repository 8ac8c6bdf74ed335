import { type ChatState, EMPTY_STATE } from '@eplatform/chat'
import { html, type PropertyValues } from 'lit'
import { state } from 'lit/decorators.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import { common } from '../theme/common'
import { newsBetween } from './news'

/** At most one announcement in this many milliseconds: a burst is told as a number. */
const INTERVAL_MS = 1000

/**
 * Tells people who do not see the page what has come and what has changed. The list of messages itself stays silent.
 * Without a client it says only what it is given.
 */
@define('chat-announcer')
export class ChatAnnouncer extends ChatElement {
  static override styles = [common]

  @state() private text = ''
  #told: ChatState = EMPTY_STATE
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Has this read out. */
  say(text: string): void {
    // The same words twice would be dropped: an invisible character makes them others.
    this.text = text === this.text ? `${text}\u200B` : text
  }

  protected override watched({ conversations, outgoing }: ChatState) {
    return [conversations, outgoing]
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    const told = this.watched(this.#told)
    if (this.#timer !== undefined || this.watched(this.state).every((part, index) => part === told[index])) return
    this.#tell()
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.requestUpdate()
    }, INTERVAL_MS)
  }

  override render() {
    return html`<div class="for-readers" role="status" aria-live="polite">${this.text}</div>`
  }

  #tell(): void {
    const news = newsBetween(this.#told, this.state)
    this.#told = this.state
    if (news !== undefined) this.say(news)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-announcer': ChatAnnouncer
  }
}
