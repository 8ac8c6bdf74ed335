import { tokenSheet } from '../theme/token-sheet'
import { glance } from '../words/choice'
import { chat } from './chat'
import type { Subject } from './content'
import type { Body } from './late-element'
import { LazyPanel } from './lazy-panel'
import { LazyView } from './lazy-view'
import { panelPlaceStyles } from './place.styles'
import { sheetOf } from './sheet'

/** What `chat-panel` shows: in front of the page, or where it stands. */
export class Panel implements Body {
  readonly #front: LazyPanel
  readonly #place: LazyView

  constructor(
    private readonly owner: HTMLElement,
    root: ShadowRoot,
  ) {
    this.#front = new LazyPanel(owner, () => owner.toggleAttribute('open', this.#front.isOpen), () => chat.addressOf(this.#user))
    this.#place = new LazyView(root)
    root.adoptedStyleSheets.push(sheetOf(tokenSheet), sheetOf(panelPlaceStyles))
  }

  get isOpen(): boolean {
    return this.#front.isOpen
  }

  open(): void {
    if (this.#isInline) this.#place.focus()
    else this.owner.toggleAttribute('open', true)
  }

  close(): void {
    this.#front.close()
    if (!this.owner.isConnected) void this.#place.show(undefined)
  }

  render(): void {
    const subject = chat.client && this.#subject
    this.#front.update(this.#name)
    void this.#place.show(this.#isInline ? subject : undefined)
    if (!subject || this.#isInline || !this.owner.hasAttribute('open')) {
      if (this.isOpen) this.#front.close()
    } else if (JSON.stringify(subject) !== JSON.stringify(this.#front.subject)) {
      void this.#front.open(subject, this.#name)
    }
  }

  get #isInline(): boolean {
    return this.owner.hasAttribute('inline')
  }

  get #user(): string | null {
    return this.owner.getAttribute('user')
  }

  get #subject(): Subject | undefined {
    const conversation = this.owner.getAttribute('conversation')
    if (conversation) return { name: 'conversation', id: conversation }
    return this.#user ? { name: 'user', id: this.#user } : undefined
  }

  get #name(): string {
    const name = chat.state?.people.get(this.#user ?? '')?.name
    return name === undefined ? glance().chat : glance().chatWith(name)
  }
}
