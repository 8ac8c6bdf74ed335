import type { Person, Presence } from '@eplatform/chat'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import { define } from '../base/define'
import { common } from '../theme/common'
import { avatarStyles } from './avatar.styles'

const HUES = 6
/** So long a picture that could not be loaded is not asked for anew, in milliseconds: somebody's is shown with each of their messages. */
const PATIENCE_MS = 60_000
/** When those could not be loaded. */
const failures = new Map<string, number>()

/**
 * Somebody's picture, or their initials when there is none or it cannot be loaded, with a dot for presence where that is known.
 * It is an ornament: whoever shows it says the name and the presence in words.
 *
 * @csspart avatar - the picture or the initials
 */
@define('chat-avatar')
export class ChatAvatar extends LitElement {
  static override styles = [common, avatarStyles]

  @property({ attribute: false }) person: Person | undefined
  @property({ attribute: false }) presence: Presence | undefined
  @state() private broken = false

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('person')
    if (changed.has('person') && before?.avatarUrl !== this.person?.avatarUrl) this.broken = hasFailed(this.person?.avatarUrl)
  }

  override render() {
    const { person } = this
    if (!person) return nothing
    return html`<span aria-hidden="true">
      ${person.avatarUrl && !this.broken
        ? html`<img part="avatar" src=${person.avatarUrl} alt="" decoding="async" referrerpolicy="no-referrer"
            draggable="false" @error=${() => this.#failed(person.avatarUrl)}>`
        : html`<span class="initials" part="avatar" data-hue=${hueOf(person.id)} data-initials=${initials(person.name)}></span>`}
      ${this.presence && this.presence.name !== 'unknown' ? html`<span class="dot ${this.presence.name}"></span>` : nothing}
    </span>`
  }

  #failed(url: string | undefined): void {
    if (url !== undefined) failures.set(url, Date.now())
    this.broken = true
  }
}

function hasFailed(url: string | undefined): boolean {
  const at = url === undefined ? undefined : failures.get(url)
  return at !== undefined && Date.now() - at < PATIENCE_MS
}

/** The first letters of the first and the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = (words.length > 1 ? [words[0], words.at(-1)] : words).map(word => [...(word ?? '')][0] ?? '')
  return letters.join('').toLocaleUpperCase()
}

function hueOf(id: string): number {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.codePointAt(0)!) % 9973
  return sum % HUES
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-avatar': ChatAvatar
  }
}
