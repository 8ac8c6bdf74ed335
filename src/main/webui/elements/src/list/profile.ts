import { type ChatState, presenceOf } from '@eplatform/chat'
import { html, nothing } from 'lit'
import { property, query } from 'lit/decorators.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import '../shared/avatar'
import * as icons from '../shared/icons'
import type { NotificationPermission, Settings } from '../shell/settings'
import { common } from '../theme/common'
import { controls } from '../theme/controls'
import { words } from '../words/words'
import './account-menu'
import type { ChatAccountMenu } from './account-menu'
import { profileStyles } from './profile.styles'

/**
 * Oneself, with a menu.
 *
 * @fires chat-settings - something was chosen
 * @fires chat-shortcuts
 * @fires chat-sign-out
 */
@define('chat-profile')
export class ChatProfile extends ChatElement {
  static override styles = [common, controls, profileStyles]

  @property({ attribute: false }) settings: Settings | undefined
  @property() permission: NotificationPermission = 'unavailable'
  @property({ type: Boolean }) shortcuts = false
  @query('.self') private button!: HTMLButtonElement
  @query('chat-account-menu') private menu!: ChatAccountMenu | null

  protected override watched({ me, people, presence }: ChatState) {
    return [me, people, me && presence.get(me)]
  }

  override render() {
    const { me, people } = this.state
    if (me === undefined) return nothing
    // Until somebody's own name has come with a conversation, the id is all that is known.
    const person = people.get(me) ?? { id: me, name: me }
    return html`<div class="profile">
      <button class="self" aria-haspopup="dialog" aria-expanded=${this.menu?.open ? 'true' : 'false'} aria-label=${words().yourAccount(person.name)}
        @click=${this.#open}>
        <chat-avatar size="small" .person=${person} .presence=${presenceOf(this.state, me)}></chat-avatar>
        <span class="one-line" dir="auto">${person.name}</span>
        ${icons.chevron}
      </button>
      <chat-account-menu .client=${this.client} .settings=${this.settings} permission=${this.permission} ?shortcuts=${this.shortcuts}
        @close=${() => this.requestUpdate()}></chat-account-menu>
    </div>`
  }

  #open(): void {
    this.menu?.showAbove(this.button.getBoundingClientRect())
    this.requestUpdate()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-profile': ChatProfile
  }
}
