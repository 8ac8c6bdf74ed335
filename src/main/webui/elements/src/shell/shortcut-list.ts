import { html, LitElement } from 'lit'
import { query } from 'lit/decorators.js'
import { define } from '../base/define'
import * as icons from '../shared/icons'
import { common } from '../theme/common'
import { controls } from '../theme/controls'
import { motion } from '../theme/motion'
import { panelStyles } from '../theme/panel'
import type { Words } from '../words/en'
import { words } from '../words/words'
import { shortcutListStyles } from './shortcut-list.styles'

type Key = 'keyControl' | 'keyAlt' | 'keyShift' | 'keyEnter' | 'F6' | 'K' | '/' | '↑' | '↓'

const SHORTCUTS: readonly (readonly [what: keyof Words & `shortcut${string}`, ...keys: Key[]])[] = [
  ['shortcutSwitch', 'keyControl', 'K'],
  ['shortcutNext', 'keyAlt', '↓'],
  ['shortcutPrevious', 'keyAlt', '↑'],
  ['shortcutNextUnread', 'keyAlt', 'keyShift', '↓'],
  ['shortcutPreviousUnread', 'keyAlt', 'keyShift', '↑'],
  ['shortcutNextPane', 'F6'],
  ['shortcutPreviousPane', 'keyShift', 'F6'],
  ['shortcutSend', 'keyEnter'],
  ['shortcutNewLine', 'keyShift', 'keyEnter'],
  ['shortcutHelp', 'keyControl', '/'],
]

/** The keyboard shortcuts in a dialog. */
@define('chat-shortcut-list')
export class ChatShortcutList extends LitElement {
  static override styles = [common, controls, motion, panelStyles, shortcutListStyles]

  @query('dialog') private dialog!: HTMLDialogElement

  /** Opens the dialog; focus returns to where it was when it closes. */
  show(): void {
    this.requestUpdate()
    if (!this.dialog.open) this.dialog.showModal()
  }

  override render() {
    return html`<dialog aria-labelledby="title" @click=${this.#backdrop}>
      <div class="panel">
        <header>
          <h2 id="title">${words().keyboardShortcuts}</h2>
          <button class="icon-button" aria-label=${words().close} title=${words().close} @click=${() => this.dialog.close()}>${icons.close}</button>
        </header>
        <dl>${SHORTCUTS.map(([what, ...keys]) => html`<div><dt>${words()[what]}</dt><dd>${keys.map(key => html`<kbd>${nameOf(key)}</kbd>`)}</dd></div>`)}</dl>
      </div>
    </dialog>`
  }

  /** A click beside the panel hits the dialog itself. */
  #backdrop(event: MouseEvent): void {
    if (event.target === this.dialog) this.dialog.close()
  }
}

function nameOf(key: Key): string {
  switch (key) {
    case 'keyControl':
      return /Mac|iP/.test(navigator.platform) ? '⌘' : words().keyControl
    case 'keyAlt':
    case 'keyShift':
    case 'keyEnter':
      return words()[key]
    default:
      return key
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-shortcut-list': ChatShortcutList
  }
}
