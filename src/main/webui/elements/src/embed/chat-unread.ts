import { define } from '../base/define'
import { glanceTokenSheet } from '../theme/glance-token-sheet'
import { shortCount } from '../words/numbers'
import { glance } from '../words/choice'
import { chat } from './chat'
import { LightElement } from './light-element'
import { lightStyles } from './light.styles'
import { make } from './make'

/**
 * How many messages wait to be read; nothing when none does.
 *
 * @csspart badge - the number; hidden when it is 0
 */
export class ChatUnread extends LightElement {
  readonly #count = make('span', { 'aria-hidden': 'true' })
  readonly #name = make('span', { class: 'for-readers' })
  readonly #badge = make('span', { part: 'badge', class: 'badge' }, this.#count, this.#name)

  constructor() {
    super(glanceTokenSheet, lightStyles, ':host { position: relative; } .badge { display: inline-block; }')
    this.root.append(this.#badge)
  }

  protected override render(): void {
    this.#badge.hidden = chat.unread === 0
    this.#count.textContent = chat.unread > 0 ? shortCount(chat.unread) : ''
    this.#name.textContent = chat.unread > 0 ? glance().unread(chat.unread) : ''
  }
}

define('chat-unread')(ChatUnread)

declare global {
  interface HTMLElementTagNameMap {
    'chat-unread': ChatUnread
  }
}
