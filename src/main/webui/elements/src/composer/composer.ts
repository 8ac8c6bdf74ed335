import { type ChatState, codePoints, MAX_CODE_POINTS, OutboxFullError, refusal } from '@eplatform/chat'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import { TellEvent } from '../base/events'
import * as icons from '../shared/icons'
import { placeholder, statusStyles } from '../shared/status'
import { common } from '../theme/common'
import { controls } from '../theme/controls'
import { motion } from '../theme/motion'
import { words } from '../words/words'
import { composerStyles } from './composer.styles'
import type { EmojiEntry } from './emoji-data'
import type { EmojiEvent } from './emoji-picker'
import { SendKey } from './sends'

/** How near to the limit its count is shown, in code points. */
const COUNT_FROM = 200

/**
 * Where a message is written. The text is kept by the client, so that each conversation has its own and none is lost with the element.
 *
 * @fires chat-sent - a message was handed over
 * @slot composer-actions - buttons beside what one writes
 * @csspart composer - the whole
 * @csspart field - where one writes
 * @csspart emoji - the button for emoji
 * @csspart send - the button that sends
 */
@define('chat-composer')
export class ChatComposer extends ChatElement {
  static override styles = [common, controls, statusStyles, motion, composerStyles]

  @property({ attribute: false }) conversationId = ''
  /** What the open picker offers, or that it could not be loaded. */
  @state() private emoji: readonly EmojiEntry[] | 'failed' | undefined
  /** How many messages waited when one more was not taken. */
  @state() private fullAt: number | undefined
  @query('textarea') private field!: HTMLTextAreaElement
  readonly #key = new SendKey()
  /** Another text was put into the field than what is written there. */
  #restored = false

  override focus(): void {
    this.field?.focus()
  }

  private get text(): string {
    return this.state.drafts.get(this.conversationId) ?? ''
  }

  protected override watched({ drafts, outgoing }: ChatState) {
    return [drafts.get(this.conversationId), this.fullAt !== undefined && outgoing.length]
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave(this.conversationId)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    const left = changed.get('conversationId')
    if (left) this.#leave(left)
    if (left) this.emoji = undefined
    if (this.fullAt !== undefined && this.state.outgoing.length < this.fullAt) this.fullAt = undefined
    this.#restored ||= changed.has('conversationId')
  }

  override render() {
    const refused = refusal(this.text)
    return html`<form @submit=${this.#submit} @keydown=${this.#escape} @focusout=${this.#left}>
      ${this.#picker()}
      ${this.#complaint(refused)}
      <div class="box" part="composer">
        <textarea rows="1" dir=${this.text ? 'auto' : nothing} aria-label=${words().writeMessage} placeholder=${words().writeMessage} enterkeyhint="send" part="field"
          aria-invalid=${refused && refused !== 'empty_message' ? 'true' : 'false'} aria-describedby="complaint" .value=${this.text}
          @input=${this.#typed} @keydown=${this.#pressed} @compositionend=${(event: Event) => this.#key.compositionEnded(event)}
          @blur=${() => this.#leave(this.conversationId)}></textarea>
        <slot name="composer-actions"></slot>
        <button class="icon-button emoji" type="button" aria-label=${words().emoji} title=${words().emoji} aria-haspopup="dialog"
          aria-expanded=${this.emoji ? 'true' : 'false'} part="emoji" @click=${this.#toggleEmoji}>${icons.smile}</button>
        <button class="icon-button send ${refused === 'empty_message' ? 'idle' : ''}" type="submit" aria-label=${words().send} title=${words().send}
          ?disabled=${refused !== undefined} part="send">${icons.send}</button>
      </div>
    </form>`
  }

  #picker(): TemplateResult | typeof nothing {
    if (!this.emoji) return nothing
    if (this.emoji !== 'failed') {
      return html`<chat-emoji-picker class="picker" role="dialog" aria-label=${words().emoji} .emoji=${this.emoji} @chat-emoji=${this.#insert}></chat-emoji-picker>`
    }
    return html`<div class="picker no-emoji" role="dialog" aria-label=${words().emoji}>
      ${placeholder(words().emojiNotLoaded, undefined, { label: words().tryAgain, run: () => void this.#loadEmoji() })}
    </div>`
  }

  #complaint(refused: ReturnType<typeof refusal>): TemplateResult | typeof nothing {
    if (refused === 'invalid_text') return complaint(words().brokenCharacters)
    if (this.fullAt !== undefined) return complaint(words().outboxFull)
    const length = this.text.length > MAX_CODE_POINTS - COUNT_FROM ? codePoints(this.text) : 0
    if (length <= MAX_CODE_POINTS - COUNT_FROM) return nothing
    const count = words().characters(length, MAX_CODE_POINTS)
    // The count changes with every key stroke; an alert that did would be read out as often.
    return refused === 'message_too_long'
      ? html`<p id="complaint" class="complaint secondary"><span role="alert">${words().tooLong}</span> ${count}.</p>`
      : html`<p id="complaint" class="count secondary">${count}</p>`
  }

  #typed(): void {
    this.client?.draft(this.conversationId, this.field.value)
    this.client?.typing(this.conversationId, this.text.trim() !== '')
  }

  #pressed(event: KeyboardEvent): void {
    if (this.#key.sends(event)) this.#submit(event)
  }

  #submit(event: Event): void {
    event.preventDefault()
    if (refusal(this.text) !== undefined) return
    if (!this.#handOver(this.text.trim())) return
    this.client?.draft(this.conversationId, '')
    this.field.focus()
    this.dispatchEvent(new Event('chat-sent'))
  }

  /** Whether the client has taken the text. Where too many wait already it stays in the field, until there is room. */
  #handOver(text: string): boolean {
    try {
      this.client?.send(this.conversationId, text)
      return true
    } catch (error) {
      if (!(error instanceof OutboxFullError)) throw error
      this.fullAt = this.state.outgoing.length
      return false
    }
  }

  #toggleEmoji(): void {
    if (this.emoji) this.#closeEmoji()
    else void this.#loadEmoji()
  }

  async #loadEmoji(): Promise<void> {
    const { conversationId } = this
    try {
      // Large, and not wanted by everybody: it comes when it is first asked for.
      const [{ loadEmoji }] = await Promise.all([import('./emoji-data'), import('./emoji-picker')])
      const emoji = await loadEmoji()
      if (conversationId !== this.conversationId) return
      this.emoji = emoji
    } catch {
      if (conversationId !== this.conversationId) return
      this.emoji = 'failed'
      this.dispatchEvent(new TellEvent(words().emojiNotLoaded))
    }
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('chat-emoji-picker, .no-emoji .button')?.focus()
  }

  #closeEmoji(): void {
    this.emoji = undefined
    this.field.focus()
  }

  #insert({ emoji, more }: EmojiEvent): void {
    const { selectionStart, selectionEnd } = this.field
    this.field.setRangeText(emoji, selectionStart, selectionEnd, 'end')
    this.#typed()
    if (!more) this.#closeEmoji()
  }

  /** Escape closes what is open here, and only that. */
  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.emoji) return
    event.preventDefault()
    event.stopPropagation()
    this.#closeEmoji()
  }

  /** Whoever goes elsewhere is done with the picker. */
  #left({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && !this.renderRoot.contains(relatedTarget)) this.emoji = undefined
  }

  #leave(conversationId: string): void {
    this.client?.typing(conversationId, false)
  }

  protected override updated(): void {
    // One goes on writing where the text ends.
    if (this.#restored) this.field.setSelectionRange(this.text.length, this.text.length)
    this.#restored = false
    // Browsers that cannot size a field by its content are told its height.
    if (CSS.supports?.('field-sizing', 'content')) return
    this.field.style.blockSize = 'auto'
    this.field.style.blockSize = `${this.field.scrollHeight}px`
  }
}

function complaint(text: string): TemplateResult {
  return html`<p id="complaint" class="complaint secondary" role="alert">${text}</p>`
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-composer': ChatComposer
  }
}
