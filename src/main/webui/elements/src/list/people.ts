import type { ChatState } from '@eplatform/chat'
import { html, nothing, type TemplateResult } from 'lit'
import { query, queryAll } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import { OpenWithEvent, type TellEvent } from '../base/events'
import { keepOneStop, rowKeys } from '../base/roving'
import { Telling } from '../base/telling'
import { TypeAhead } from '../base/type-ahead'
import '../shared/avatar'
import * as icons from '../shared/icons'
import { placeholder, skeleton, statusStyles } from '../shared/status'
import '../shell/announcer'
import type { ChatAnnouncer } from '../shell/announcer'
import { common } from '../theme/common'
import { controls } from '../theme/controls'
import { motion } from '../theme/motion'
import { panelStyles } from '../theme/panel'
import { words } from '../words/words'
import { Directory } from './directory'
import { peopleStyles } from './people.styles'
import { personRow } from './row'
import { rowStyles } from './row.styles'

/**
 * The directory in a dialog: everybody one can talk to, with their presence.
 *
 * @fires chat-open-with - a person was chosen
 */
@define('chat-people')
export class ChatPeople extends ChatElement {
  static override styles = [common, controls, statusStyles, motion, panelStyles, rowStyles, peopleStyles]

  @query('dialog') private dialog!: HTMLDialogElement
  @query('input') private field!: HTMLInputElement
  @queryAll('.row') private rows!: NodeListOf<HTMLElement>
  @query('chat-announcer') private announcer!: ChatAnnouncer
  readonly #directory = new Directory(this, 'directory')
  readonly #typeAhead = new TypeAhead()

  constructor() {
    super()
    new Telling(this)
    this.addEventListener('chat-tell', event => this.#tell(event))
  }

  /** Opens the dialog; focus returns to where it was when it closes. */
  show(): void {
    this.field.value = ''
    this.#directory.search('')
    this.dialog.showModal()
  }

  protected override watched({ people, presence }: ChatState) {
    return [people, presence]
  }

  override render() {
    return html`<dialog aria-labelledby="title" @keydown=${this.#key} @close=${() => this.#directory.clear()} @click=${this.#backdrop}>
      <div class="panel">
        <header>
          <h2 id="title">${words().newChat}</h2>
          <button class="icon-button" aria-label=${words().close} title=${words().close} @click=${() => this.dialog.close()}>${icons.close}</button>
        </header>
        <div class="search">
          <input class="field" type="search" placeholder=${words().searchPeople} aria-label=${words().searchDirectory} autocomplete="off" spellcheck="false"
            autofocus @input=${() => this.#directory.search(this.field.value.trim())}>
        </div>
        <div class="scroller" @scroll=${this.#scrolled}>${this.#content()}</div>
      </div>
      <chat-announcer></chat-announcer>
    </dialog>`
  }

  /** What is outside an open dialog is not read out, so it has its own announcer. */
  #tell(event: TellEvent): void {
    event.stopPropagation()
    this.announcer.say(event.text)
  }

  #content(): TemplateResult | typeof nothing {
    // Closed, it has found nobody because it has asked for nobody.
    if (!this.dialog?.open) return nothing
    const { people, state } = this.#directory
    if (state === 'failed') return this.#directory.failure(words().directoryNotLoaded)
    if (people.length === 0) return state === 'searching' ? skeleton(5, 'row') : placeholder(words().nobodyFound)
    return html`<div role="listbox" aria-label=${words().people}>${repeat(people, person => person.id, person =>
      personRow(this.state, person, () => this.#open(person.id)))}</div>`
  }

  #open(userId: string): void {
    this.dialog.close()
    this.dispatchEvent(new OpenWithEvent(userId))
  }

  #key(event: KeyboardEvent): void {
    const rows = [...this.rows]
    if (this.#typeAhead.press(event, rows, row => row.querySelector('.name')?.textContent ?? '')) return
    rowKeys(event, this.field, rows, () => {
      if (this.field.value.trim() !== '') this.#directory.whenFound(() => this.rows[0]?.click())
    })
  }

  protected override updated(): void {
    keepOneStop([...this.rows], this.rows[0])
  }

  /** A click beside the panel hits the dialog itself. */
  #backdrop(event: MouseEvent): void {
    if (event.target === this.dialog) this.dialog.close()
  }

  #scrolled(event: Event): void {
    const scroller = event.target as HTMLElement
    if (scroller.scrollHeight - scroller.scrollTop < 2 * scroller.clientHeight) this.#directory.more()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-people': ChatPeople
  }
}
