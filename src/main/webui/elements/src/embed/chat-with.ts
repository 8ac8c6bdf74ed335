import { define } from '../base/define'
import { presenceInWords } from '../shared/presence'
import { glanceTokenSheet } from '../theme/glance-token-sheet'
import { shortCount } from '../words/numbers'
import { glance } from '../words/choice'
import { setAttribute } from './attribute'
import { chat } from './chat'
import { launcher } from './chat-launcher'
import { withStyles } from './chat-with.styles'
import { LazyPanel } from './lazy-panel'
import { LightElement } from './light-element'
import { lightStyles } from './light.styles'
import { make } from './make'
import { presenceOf } from './presence-of'

/**
 * A button to talk to somebody, with their presence and the number of unread messages from them. It opens the
 * conversation in a panel: in that of the page's `chat-launcher` if there is one, which outlives this element, or
 * else in its own. It is a link as well: a middle click, or a click while nobody is signed in, leads to the service's
 * own page. A click that comes before that is known counts once it is. Nothing is shown to the person themselves.
 *
 * @slot - the text; default "Chat". A link or a button in it is used in place of the element's own
 * @attr {string} user - the person's id at the platform
 * @attr {string} href - where the link leads; default is the conversation on the service's own page
 * @attr {'bottom-end' | 'bottom-start' | 'top-end' | 'top-start'} position - the corner of the page where the panel comes up
 * @fires {PanelEvent} chat-opened - a panel has come up; bubbles
 * @fires {PanelEvent} chat-closed - a panel is gone; bubbles
 * @csspart button - the whole; not there while a link or a button of the page is used
 * @csspart dot - the presence, where it is known
 * @csspart badge - the number of unread messages
 * @csspart panel - what comes up in front of the page
 * @csspart close - the button that closes it
 * @csspart body - the chat itself
 */
export class ChatWith extends LightElement {
  static override observedAttributes = [...LightElement.observedAttributes, 'user', 'href']

  readonly #dot = make('span', { part: 'dot', class: 'dot', 'aria-hidden': 'true' })
  readonly #default = make('span', { 'aria-hidden': 'true' })
  readonly #defaultName = make('span', { class: 'for-readers' })
  readonly #slot = make('slot', {}, this.#default, this.#defaultName)
  readonly #told = make('span', { class: 'for-readers' })
  readonly #badge = make('span', { part: 'badge', class: 'badge', 'aria-hidden': 'true' })
  readonly #button = make('a', { class: 'button' }, this.#dot, this.#slot, this.#told, this.#badge)
  readonly #panel = new LazyPanel(this, () => this.changed(), () => this.#address)
  /** It was clicked while nobody knew yet who is signed in. */
  #isClicked = false

  constructor() {
    super(glanceTokenSheet, lightStyles, withStyles)
    this.root.append(this.#button)
    this.#button.addEventListener('click', event => this.#clicked(event))
    for (const sign of ['pointerenter', 'pointerdown', 'focusin']) this.#button.addEventListener(sign, () => this.#panel.prepare())
    this.#button.addEventListener('keydown', event => this.#key(event))
    this.#slot.addEventListener('slotchange', () => this.changed())
  }

  /** The id of the person. */
  get user(): string {
    return this.getAttribute('user') ?? ''
  }

  set user(user: string | null | undefined) {
    setAttribute(this, 'user', user)
  }

  override get people(): readonly string[] {
    return this.user ? [this.user] : []
  }

  /** Opens the conversation. Does nothing while nobody is signed in. */
  open(): void {
    if (!chat.client || !this.user) return
    const shared = launcher()
    if (shared) shared.open(this.user)
    else void this.#panel.open({ name: 'user', id: this.user }, this.#name)
  }

  /** Closes its own panel. */
  close(): void {
    this.#isClicked = false
    this.#panel.close()
  }

  /** Opens or closes. */
  toggle(): void {
    if (this.#panel.isOpen) this.close()
    else this.open()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.close()
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value)
    if (name === 'user' && before !== value) this.close()
  }

  protected override render(): void {
    const { state, user } = this
    const known = presenceOf(state, user)
    const presence = known?.name === 'unknown' ? undefined : known
    const count = chat.unreadFrom(user)
    this.toggleAttribute('self', state?.me !== undefined && state.me === user)
    this.#dot.hidden = !presence
    this.#dot.classList.toggle('online', presence?.name === 'online')
    this.#badge.hidden = count === 0
    this.#badge.textContent = shortCount(count)
    this.#default.textContent = glance().chat
    this.#defaultName.textContent = this.#name
    const told = [...(presence ? [presenceInWords(presence)] : []), ...(count > 0 ? [glance().unread(count)] : [])]
    this.#told.textContent = told.map(text => glance().comma + text).join('')
    this.#becomeButton()
    this.#panel.update(this.#name)
    if (this.#isClicked && !chat.isComing) this.#catchUp()
  }

  get #address(): string {
    return this.getAttribute('href') ?? chat.addressOf(this.user)
  }

  get #name(): string {
    const name = this.state?.people.get(this.user)?.name
    return name === undefined ? glance().chat : glance().chatWith(name)
  }

  /** Without `href` it is no link, and nothing that one could reach: the one in the slot is. */
  #becomeButton(): void {
    const own = this.#slot.assignedElements().find(element => element.matches('a[href], button'))
    const isButton = !own && this.user !== ''
    this.#button.classList.toggle('plain', own !== undefined)
    setAttribute(this.#button, 'part', own ? undefined : 'button')
    setAttribute(this.#button, 'href', isButton ? this.#address : undefined)
    setAttribute(this.#button, 'role', isButton && chat.client ? 'button' : undefined)
    const opens = chat.client ? String(this.#panel.isOpen) : undefined
    setAttribute(own ?? this.#button, 'aria-haspopup', opens && 'dialog')
    setAttribute(own ?? this.#button, 'aria-expanded', opens)
  }

  #clicked(event: MouseEvent): void {
    const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (elsewhere || event.defaultPrevented || (!chat.client && !chat.isComing)) return
    event.preventDefault()
    if (chat.client) this.toggle()
    else this.#isClicked = true
  }

  /** Does what the early click was for: opens, or leads where the link does if the chat could not be loaded. */
  #catchUp(): void {
    this.#isClicked = false
    if (chat.client) this.open()
    else location.assign(this.#address)
  }

  /** What is called a button is pressed by the space bar too. */
  #key(event: KeyboardEvent): void {
    if (event.key !== ' ' || event.target !== this.#button || !chat.client) return
    event.preventDefault()
    this.#button.click()
  }
}

define('chat-with')(ChatWith)

declare global {
  interface HTMLElementTagNameMap {
    'chat-with': ChatWith
  }
}
