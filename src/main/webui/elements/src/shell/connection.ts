import { type ChatState, isStuck } from '@eplatform/chat'
import { css, html, nothing, type PropertyValues } from 'lit'
import { state } from 'lit/decorators.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import { common } from '../theme/common'
import { words } from '../words/words'
import { PATIENCE_MS } from './outage'

/** Says that the connection is away once that lasts, and what is kept meanwhile; it is gone when the connection is back. */
@define('chat-connection')
export class ChatConnection extends ChatElement {
  static override styles = [
    common,
    css`
      :host { display: block; }

      p {
        padding: var(--chat-space-1) var(--chat-space-4);
        background: color-mix(in oklab, var(--chat-warning) 16%, var(--chat-surface));
        font-size: var(--chat-font-size-small);
        line-height: 18px;
        text-align: center;
        text-wrap: balance;
      }

      @media (forced-colors: active) {
        p { border-block: 1px solid CanvasText; }
      }
    `,
  ]

  @state() private lasting = false
  #timer: ReturnType<typeof setTimeout> | undefined

  protected override watched({ connection, outgoing, kept }: ChatState) {
    return [connection, outgoing, kept]
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    const { connection } = this.state
    clearTimeout(this.#timer)
    this.lasting = 'since' in connection && Date.now() - connection.since >= PATIENCE_MS
    if (!('since' in connection) || this.lasting) return
    this.#timer = setTimeout(() => this.requestUpdate(), connection.since + PATIENCE_MS - Date.now())
  }

  override render() {
    return html`<div role="status">${this.lasting ? html`<p>${textOf(this.state)}</p>` : nothing}</div>`
  }
}

function textOf({ outgoing, kept, me }: ChatState): string {
  const waiting = outgoing.filter(mine => !isStuck(mine)).length
  // Before it is known who this is nothing is kept anywhere, which matters once something is written.
  if (kept === 'memory' && (me !== undefined || waiting > 0)) return waiting > 0 ? words().reconnectingInTabWith(waiting) : words().reconnectingInTab
  return waiting > 0 ? words().reconnectingWith(waiting) : words().reconnecting
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-connection': ChatConnection
  }
}
