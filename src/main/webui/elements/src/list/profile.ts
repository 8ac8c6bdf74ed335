import type { ChatState } from '@eplatform/chat'
import { html, nothing } from 'lit'
import { query, state } from 'lit/decorators.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import { WishEvent } from '../base/events'
import '../shared/avatar'
import * as icons from '../shared/icons'
import { common } from '../theme/common'
import { controls } from '../theme/controls'
import { words } from '../words/words'
import { profileStyles } from './profile.styles'

/**
 * Oneself, with a menu.
 *
 * @fires chat-sign-out
 */
@define('chat-profile')
export class ChatProfile extends ChatElement {
  static override styles = [common, controls, profileStyles]

  @state() private open = false
  @query('.self') private button!: HTMLButtonElement

  protected override watched({ me, people, connection }: ChatState) {
    return [me, people, connection]
  }

  override render() {
    const { me, people, connection } = this.state
    if (me === undefined) return nothing
    // Until somebody's own name has come with a conversation, the id is all that is known.
    const person = { ...(people.get(me) ?? { id: me, name: me }), online: connection.name === 'connected' }
    return html`<div class="profile" @keydown=${this.#key} @focusout=${this.#left}>
      ${this.open ? html`<div class="menu" tabindex="-1">
        <button class="button quiet" @click=${() => this.dispatchEvent(new WishEvent('chat-sign-out'))}>${words().signOut}</button>
      </div>` : nothing}
      <button class="self" aria-expanded=${this.open ? 'true' : 'false'} aria-label=${words().yourAccount(person.name)}
        @click=${() => (this.open = !this.open)}>
        <chat-avatar size="small" .person=${person} presence></chat-avatar>
        <span class="one-line" dir="auto">${person.name}</span>
        ${icons.chevron}
      </button>
    </div>`
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return
    event.stopPropagation()
    this.open = false
    this.button.focus()
  }

  #left(event: FocusEvent): void {
    if (!this.renderRoot.contains(event.relatedTarget as Node | null)) this.open = false
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-profile': ChatProfile
  }
}
