import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { define } from '../base/define'
import { focusedIn } from '../base/focus'
import { stopAt } from '../base/roving'
import { common } from '../theme/common'
import { controls } from '../theme/controls'
import { words } from '../words/words'
import { type EmojiEntry, search, toned } from './emoji-data'
import { recentEmoji, rememberEmoji, rememberTone, skinTone } from './emoji-memory'
import { COLUMNS, emojiPickerStyles } from './emoji-picker.styles'

/** More than this nobody looks through; another letter finds better. */
const MOST_FOUND = 120
const TONES = ['✋', '✋🏻', '✋🏼', '✋🏽', '✋🏾', '✋🏿']
const RECENT = -1
/** By the number of the group, in this order. */
const GROUPS = new Map<number, { sign: string; name: () => string }>([
  [RECENT, { sign: '🕘', name: () => words().emojiRecent }],
  [0, { sign: '😀', name: () => words().emojiSmileys }],
  [1, { sign: '👋', name: () => words().emojiPeople }],
  [3, { sign: '🐻', name: () => words().emojiNature }],
  [4, { sign: '🍎', name: () => words().emojiFood }],
  [5, { sign: '🚗', name: () => words().emojiPlaces }],
  [6, { sign: '⚽', name: () => words().emojiActivities }],
  [7, { sign: '💡', name: () => words().emojiObjects }],
  [8, { sign: '❤️', name: () => words().emojiSymbols }],
  [9, { sign: '🏳️', name: () => words().emojiFlags }],
])

/** Somebody has chosen an emoji; with Shift another one is to follow. */
export class EmojiEvent extends Event {
  constructor(
    readonly emoji: string,
    readonly more: boolean,
  ) {
    super('chat-emoji')
  }
}

/**
 * All emoji, by group and by name. Recent ones come first.
 *
 * @fires chat-emoji - one was chosen
 */
@define('chat-emoji-picker')
export class ChatEmojiPicker extends LitElement {
  static override styles = [common, controls, emojiPickerStyles]

  @property({ attribute: false }) emoji: readonly EmojiEntry[] = []
  @state() private sought = ''
  @state() private group = recentEmoji().length > 0 ? RECENT : 0
  @state() private tone = skinTone()
  @query('input') private field!: HTMLInputElement
  readonly #recent = recentEmoji()

  override focus(): void {
    void this.updateComplete.then(() => this.field.focus())
  }

  override render() {
    const shown = this.#shown
    return html`<div class="picker">
      <div class="top">
        <input class="field" type="search" aria-label=${words().searchEmoji} placeholder=${words().searchEmoji} .value=${this.sought}
          @input=${() => (this.sought = this.field.value)} @keydown=${this.#searchKey}>
        <select aria-label=${words().skinTone} title=${words().skinTone} @change=${this.#chooseTone}>
          ${TONES.map((sign, tone) => html`<option value=${tone} ?selected=${tone === this.tone}>${sign}</option>`)}
        </select>
      </div>
      <div class="groups" role="tablist" aria-label=${words().emoji} ?hidden=${this.sought !== ''} @keydown=${this.#tabKey}>${this.#groups.map(group => this.#tab(group))}</div>
      <div class="grid" role=${this.sought === '' ? 'tabpanel' : 'group'} aria-label=${this.sought === '' ? groupName(this.group) : words().found} @keydown=${this.#gridKey}>
        ${shown.map(({ emoji, name }, index) => html`<button class="one" tabindex=${index === 0 ? 0 : -1} title=${name} aria-label=${name}
          @click=${(event: MouseEvent) => this.#choose(emoji, event.shiftKey)}>${emoji}</button>`)}
        ${shown.length === 0 ? html`<p class="secondary" role="status">${words().noEmoji}</p>` : nothing}
      </div>
    </div>`
  }

  get #groups(): number[] {
    return [...GROUPS.keys()].filter(group => group !== RECENT || this.#recent.length > 0)
  }

  get #shown(): { emoji: string; name: string }[] {
    if (this.sought.trim() === '' && this.group === RECENT) return this.#recent.map(emoji => ({ emoji, name: this.#nameOf(emoji) }))
    const entries = this.sought.trim() === '' ? this.emoji.filter(({ group }) => group === this.group) : search(this.emoji, this.sought).slice(0, MOST_FOUND)
    return entries.map(entry => ({ emoji: toned(entry, this.tone), name: entry.annotation }))
  }

  #nameOf(emoji: string): string {
    return this.emoji.find(entry => entry.emoji === emoji || entry.skins?.some(skin => skin.emoji === emoji))?.annotation ?? emoji
  }

  #tab(group: number): TemplateResult {
    const selected = group === this.group
    return html`<button class="tab" role="tab" aria-selected=${selected ? 'true' : 'false'} tabindex=${selected ? 0 : -1} aria-label=${groupName(group)} title=${groupName(group)}
      @click=${() => (this.group = group)}>${GROUPS.get(group)?.sign}</button>`
  }

  #choose(emoji: string, more: boolean): void {
    rememberEmoji(emoji)
    this.dispatchEvent(new EmojiEvent(emoji, more))
  }

  #chooseTone(event: Event): void {
    this.tone = Number((event.target as HTMLSelectElement).value)
    rememberTone(this.tone)
  }

  #searchKey(event: KeyboardEvent): void {
    if (event.isComposing) return
    const first = this.#shown[0]
    if (event.key === 'Enter' && this.sought !== '' && first) {
      event.preventDefault()
      this.#choose(first.emoji, event.shiftKey)
    } else if (event.key === 'ArrowDown') this.#move(event, this.#buttons('.one'), 0)
  }

  #tabKey(event: KeyboardEvent): void {
    const tabs = this.#buttons('.tab')
    const current = tabs.indexOf(event.target as HTMLElement)
    const step = sideStep(event, this)
    if (step !== 0) this.#move(event, tabs, (current + step + tabs.length) % tabs.length)?.click()
    else if (event.key === 'ArrowDown') this.#move(event, this.#buttons('.one'), 0)
  }

  #gridKey(event: KeyboardEvent): void {
    const all = this.#buttons('.one')
    const current = all.indexOf(focusedIn(this.renderRoot)!)
    if (current < 0) return
    const vertical = event.key === 'ArrowDown' ? COLUMNS : event.key === 'ArrowUp' ? -COLUMNS : 0
    const step = vertical || sideStep(event, this)
    if (event.key === 'Home') this.#move(event, all, 0)
    else if (event.key === 'End') this.#move(event, all, all.length - 1)
    else if (current + step < 0) this.field.focus()
    else if (step !== 0) this.#move(event, all, Math.min(current + step, all.length - 1))
  }

  #move(event: Event, buttons: readonly HTMLElement[], index: number): HTMLElement | undefined {
    event.preventDefault()
    const target = buttons[index]
    if (target) stopAt(target, buttons)
    target?.focus()
    return target
  }

  #buttons(selector: string): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>(selector)]
  }
}

/** Right and left are so on the page, whichever way it reads. */
function sideStep({ key }: KeyboardEvent, element: HTMLElement): number {
  const forwards = getComputedStyle(element).direction === 'rtl' ? -1 : 1
  return key === 'ArrowRight' ? forwards : key === 'ArrowLeft' ? -forwards : 0
}

function groupName(group: number): string {
  return GROUPS.get(group)?.name() ?? ''
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-emoji-picker': ChatEmojiPicker
  }
  interface HTMLElementEventMap {
    'chat-emoji': EmojiEvent
  }
}
