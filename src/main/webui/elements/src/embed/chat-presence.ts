import { define } from '../base/define'
import { presenceInWords } from '../shared/presence'
import { glanceTokenSheet } from '../theme/glance-token-sheet'
import { setAttribute } from './attribute'
import { LightElement } from './light-element'
import { lightStyles } from './light.styles'
import { make } from './make'
import { presenceOf } from './presence-of'

/** The first answer is on its way when nothing is known: most of the time there is nothing to read before it. */
const styles = `
  .presence { display: inline-flex; align-items: baseline; gap: 0.4em; }
  .dot { align-self: center; }
  .unknown .dot { border-style: dotted; }
  .unknown { animation: appear 1s step-end; }
  @keyframes appear { from { opacity: 0; } }
`

/**
 * Whether somebody is online, or when they were last seen: a dot and a text. It says so when that is not known, such as
 * while there is no connection, and is empty while nobody is signed in.
 *
 * @attr {string} user - the person's id at the platform
 * @attr {boolean} dot - the dot alone; the text is then its name
 * @attr {boolean} text - the text alone
 * @csspart dot - filled when online, hollow when offline, dotted when that is not known
 * @csspart text - "online", when they were last seen or "status unknown", in the language of the chat
 */
export class ChatPresence extends LightElement {
  static override observedAttributes = [...LightElement.observedAttributes, 'user', 'dot', 'text']

  readonly #dot = make('span', { part: 'dot', class: 'dot' })
  readonly #text = make('span', { part: 'text' })
  readonly #whole = make('span', { class: 'presence' }, this.#dot, this.#text)

  constructor() {
    super(glanceTokenSheet, lightStyles, styles)
    this.root.append(this.#whole)
  }

  /** The id of the person. */
  get user(): string {
    return this.getAttribute('user') ?? ''
  }

  set user(user: string | null | undefined) {
    setAttribute(this, 'user', user)
  }

  /** Whether the dot stands alone. */
  get dot(): boolean {
    return this.hasAttribute('dot')
  }

  set dot(dot: boolean) {
    this.toggleAttribute('dot', Boolean(dot))
  }

  /** Whether the text stands alone. */
  get text(): boolean {
    return this.hasAttribute('text')
  }

  set text(text: boolean) {
    this.toggleAttribute('text', Boolean(text))
  }

  override get people(): readonly string[] {
    return this.user ? [this.user] : []
  }

  protected override render(): void {
    const presence = presenceOf(this.state, this.user)
    const dotAlone = this.dot
    this.#whole.hidden = presence === undefined
    if (!presence) this.#text.textContent = ''
    if (!presence) return
    const inWords = presenceInWords(presence)
    this.#dot.classList.toggle('online', presence.name === 'online')
    this.#whole.classList.toggle('unknown', presence.name === 'unknown')
    this.#dot.hidden = !dotAlone && this.text
    this.#text.hidden = dotAlone
    this.#text.textContent = inWords
    if (dotAlone) this.#nameDot(inWords)
    else for (const name of ['role', 'aria-label', 'title']) this.#dot.removeAttribute(name)
  }

  #nameDot(name: string): void {
    this.#dot.setAttribute('role', 'img')
    this.#dot.setAttribute('aria-label', name)
    this.#dot.title = name
  }
}

define('chat-presence')(ChatPresence)

declare global {
  interface HTMLElementTagNameMap {
    'chat-presence': ChatPresence
  }
}
