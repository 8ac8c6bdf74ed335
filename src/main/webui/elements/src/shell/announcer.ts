import { type ChatState, EMPTY_STATE } from '@eplatform/chat'
import { html, type PropertyValues } from 'lit'
import { state } from 'lit/decorators.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import { common } from '../theme/common'
import { newsBetween } from './news'

/** At most one announcement in this many milliseconds: a burst is told as a number. */
const INTERVAL_MS = 1000

/** Tells people who do not see the page that something new has come. The list of messages itself stays silent. */
@define('chat-announcer')
export class ChatAnnouncer extends ChatElement {
  static override styles = [common]

  @state() private text = ''
  #told: ChatState = EMPTY_STATE
  #timer: ReturnType<typeof setTimeout> | undefined

  protected override watched({ conversations }: ChatState) {
    return [conversations]
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (this.#timer !== undefined || this.#told.conversations === this.state.conversations) return
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
    // The same words twice would be dropped: an invisible character makes them others.
    if (news !== undefined) this.text = news === this.text ? `${news}\u200B` : news
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-announcer': ChatAnnouncer
  }
}
