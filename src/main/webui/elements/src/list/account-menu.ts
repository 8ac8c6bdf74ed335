import type { ChatState } from '@eplatform/chat'
import { html, nothing, type TemplateResult } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import { WishEvent } from '../base/events'
import { type NotificationPermission, type Settings, SettingsEvent } from '../shell/settings'
import { common } from '../theme/common'
import { controls } from '../theme/controls'
import { motion } from '../theme/motion'
import { direction, LANGUAGES } from '../words/locale'
import { words } from '../words/words'
import { accountMenuStyles } from './account-menu.styles'
import { leaving } from './leaving'
import { choice, picker, toggle } from './setting'

/**
 * What one chooses for the page and one's way out of it, in a dialog beside one's name.
 *
 * @fires chat-settings - something was chosen
 * @fires chat-shortcuts - somebody wants to see the keyboard shortcuts
 * @fires chat-sign-out
 */
@define('chat-account-menu')
export class ChatAccountMenu extends ChatElement {
  static override styles = [common, controls, motion, accountMenuStyles]

  /** Without them the menu offers none: they are then the affair of the page around. */
  @property({ attribute: false }) settings: Settings | undefined
  @property() permission: NotificationPermission = 'unavailable'
  /** Whether the page has keyboard shortcuts. */
  @property({ type: Boolean }) shortcuts = false
  /** Somebody who signs out would lose what is not sent, and is asked. */
  @state() private leaving = false
  @query('dialog') private dialog!: HTMLDialogElement

  get open(): boolean {
    return this.dialog?.open ?? false
  }

  /** Opens above what was pressed; focus returns there when it closes. */
  showAbove(place: DOMRect): void {
    this.leaving = false
    const { style } = this.dialog
    const start = direction() === 'rtl' ? innerWidth - place.right : place.left
    style.setProperty('--start', `${start}px`)
    style.setProperty('--end', `${innerHeight - place.top}px`)
    style.setProperty('--width', `${place.width}px`)
    this.dialog.showModal()
  }

  protected override watched({ outgoing }: ChatState) {
    return [outgoing]
  }

  override render() {
    return html`<dialog aria-label=${words().account} @click=${this.#backdrop} @close=${() => this.dispatchEvent(new Event('close'))}>
      <div class="menu">${this.leaving ? this.#leaving() : this.#menu()}</div>
    </dialog>`
  }

  #menu(): TemplateResult {
    return html`${this.settings ? this.#settings(this.settings) : nothing}
      ${this.shortcuts ? html`<button class="item keys" @click=${() => this.#wish('chat-shortcuts')}>${words().keyboardShortcuts}</button>` : nothing}
      <button class="item" @click=${this.#signOut}>${words().signOut}</button>`
  }

  #settings({ theme, language, notifications, preview, sound }: Settings): TemplateResult {
    const change = (change: Partial<Settings>) => void this.dispatchEvent(new SettingsEvent(change))
    const blocked = this.permission === 'denied'
    return html`<div class="settings">
      ${choice(words().theme, theme, { system: words().themeSystem, light: words().themeLight, dark: words().themeDark }, theme => change({ theme }))}
      ${picker(words().language, language ?? '', { '': words().languageAutomatic, ...LANGUAGES }, tag => change({ language: tag || undefined }))}
      ${this.permission === 'unavailable' ? nothing : html`
        ${toggle(words().notifications, notifications && !blocked, notifications => change({ notifications }), blocked ? words().notificationsBlocked : undefined)}
        ${notifications && !blocked ? toggle(words().showPreview, preview, preview => change({ preview })) : nothing}`}
      ${toggle(words().sound, sound, sound => change({ sound }))}
    </div>`
  }

  #leaving(): TemplateResult {
    const count = this.client?.unsent ?? 0
    return leaving(count, { leave: () => this.#wish('chat-sign-out'), stay: () => (this.leaving = false) })
  }

  #signOut(): void {
    this.leaving = (this.client?.unsent ?? 0) > 0
    if (!this.leaving) this.#wish('chat-sign-out')
  }

  #wish(wish: 'chat-shortcuts' | 'chat-sign-out'): void {
    this.dialog.close()
    this.dispatchEvent(new WishEvent(wish))
  }

  protected override updated(): void {
    // What was pressed is gone, and with it the focus.
    if (this.leaving) this.renderRoot.querySelector<HTMLElement>('.stay')?.focus()
  }

  /** A click beside the menu hits the dialog itself. */
  #backdrop(event: MouseEvent): void {
    if (event.target === this.dialog) this.dialog.close()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-account-menu': ChatAccountMenu
  }
}
