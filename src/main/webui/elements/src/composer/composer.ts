import { type ChatState, codePoints, MAX_CODE_POINTS, refusal } from '@eplatform/chat'
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, query } from 'lit/decorators.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import * as icons from '../shared/icons'
import { common } from '../theme/common'
import { controls } from '../theme/controls'
import { words } from '../words/words'
import { composerStyles } from './composer.styles'
import { SendKey } from './sends'

/** How near to the limit its count is shown, in code points. */
const COUNT_FROM = 200

/**
 * Where a message is written. The text is kept by the client, so that each conversation has its own and none is lost with the element.
 *
 * @fires chat-sent - a message was handed over
 */
@define('chat-composer')
export class ChatComposer extends ChatElement {
  static override styles = [common, controls, composerStyles]

  @property({ attribute: false }) conversationId = ''
  @query('textarea') private field!: HTMLTextAreaElement
  readonly #key = new SendKey()

  override focus(): void {
    this.field?.focus()
  }

  private get text(): string {
    return this.state.drafts.get(this.conversationId) ?? ''
  }

  protected override watched({ drafts }: ChatState) {
    return [drafts.get(this.conversationId)]
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave(this.conversationId)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    const left = changed.get('conversationId')
    if (left) this.#leave(left)
  }

  override render() {
    const refused = refusal(this.text)
    return html`<form aria-label=${words().message} @submit=${this.#submit}>
      ${this.#complaint(refused)}
      <div class="box" part="box">
        <textarea rows="1" dir=${this.text ? 'auto' : nothing} aria-label=${words().writeMessage} placeholder=${words().writeMessage} enterkeyhint="send" part="field"
          aria-invalid=${refused && refused !== 'empty_message' ? 'true' : 'false'} aria-describedby="complaint" .value=${this.text}
          @input=${this.#typed} @keydown=${this.#pressed} @compositionend=${(event: Event) => this.#key.compositionEnded(event)}
          @blur=${() => this.#leave(this.conversationId)}></textarea>
        <button class="icon-button send ${refused === 'empty_message' ? 'idle' : ''}" type="submit" aria-label=${words().send} title=${words().send}
          ?disabled=${refused !== undefined} part="send">${icons.send}</button>
      </div>
    </form>`
  }

  #complaint(refused: ReturnType<typeof refusal>): TemplateResult | typeof nothing {
    if (refused === 'invalid_text') return html`<p id="complaint" class="complaint secondary" role="alert">${words().brokenCharacters}</p>`
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
    this.client?.send(this.conversationId, this.text.trim())
    this.client?.draft(this.conversationId, '')
    this.field.focus()
    this.dispatchEvent(new Event('chat-sent'))
  }

  #leave(conversationId: string): void {
    this.client?.typing(conversationId, false)
  }

  protected override updated(): void {
    // Browsers that cannot size a field by its content are told its height.
    if (CSS.supports?.('field-sizing', 'content')) return
    this.field.style.blockSize = 'auto'
    this.field.style.blockSize = `${this.field.scrollHeight}px`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-composer': ChatComposer
  }
}
