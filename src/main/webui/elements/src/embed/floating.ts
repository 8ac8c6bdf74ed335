import { render } from 'lit'
import { close } from '../shared/icons'
import { tokenSheet } from '../theme/token-sheet'
import { markLanguage } from '../words/mark'
import { words } from '../words/words'
import { chat } from './chat'
import type { Subject } from './content'
import { PanelEvent } from './events'
import { floatingStyles } from './floating.styles'
import { make } from './make'
import { sheetOf } from './sheet'
import { View } from './view'

/** Below this width of the page a panel takes all of it; the style sheet says so too. */
const NARROW = '(width < 480px)'

/** A page has one panel in front at a time. */
let inFront: Floating | undefined

/**
 * A panel in front of the page. It stands in the top layer, where nothing of the page covers or clips it, and lets
 * people go on with the page; where there is room for one of the two only, the page has to wait (a modal dialog).
 */
export class Floating {
  readonly dialog: HTMLDialogElement
  readonly #view = new View()
  readonly #close = make('button', { part: 'close', class: 'close', type: 'button' })
  /** What had the focus when it came up. */
  #before: HTMLElement | undefined

  constructor(
    private readonly owner: HTMLElement,
    private readonly gone: () => void,
  ) {
    render(close, this.#close)
    this.dialog = make('dialog', { part: 'panel', class: 'panel', popover: 'manual', tabindex: '-1' }, this.#close, this.#view.element)
    // The view lets no stroke out of itself, not even to the dialog.
    for (const part of [this.dialog, this.#view.element] as HTMLElement[]) part.addEventListener('keydown', event => this.#key(event))
    this.dialog.addEventListener('cancel', event => {
      event.preventDefault()
      this.close()
    })
    this.#close.addEventListener('click', () => this.close())
    owner.shadowRoot?.adoptedStyleSheets.push(sheetOf(tokenSheet), sheetOf(floatingStyles))
    owner.shadowRoot?.append(this.dialog)
  }

  get isOpen(): boolean {
    return inFront === this
  }

  /** Comes up and shows this, in place of any other panel. */
  async open(subject: Subject, name: string): Promise<void> {
    this.update(name)
    if (!this.isOpen) this.#comeUp()
    if (await this.#view.show(subject)) this.#view.focus()
  }

  close(): void {
    if (!this.isOpen) return
    inFront = undefined
    const hadFocus = this.dialog.matches(':focus-within')
    if (this.dialog.open) this.dialog.close()
    else if (this.dialog.isConnected) this.dialog.hidePopover()
    this.#view.clear()
    if (hadFocus) this.#before?.focus()
    this.gone()
    this.owner.dispatchEvent(new PanelEvent('chat-closed'))
  }

  /** Follows the language, a name that has become known, and who is signed in. */
  update(name: string): void {
    this.dialog.setAttribute('aria-label', name)
    markLanguage(this.dialog)
    this.#close.setAttribute('aria-label', words().close)
    this.#close.title = words().close
    this.#view.client = chat.client
  }

  #comeUp(): void {
    inFront?.close()
    inFront = this
    this.#before = focusOfThePage()
    if (matchMedia(NARROW).matches) this.dialog.showModal()
    else if ('showPopover' in this.dialog) this.dialog.showPopover()
    else (this.dialog as HTMLDialogElement).show()
    this.dialog.focus()
    this.owner.dispatchEvent(new PanelEvent('chat-opened'))
  }

  /** What is inside has had its say: it keeps the strokes that it needs. The page around hears none of them. */
  #key(event: KeyboardEvent): void {
    event.stopPropagation()
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) this.close()
  }
}

function focusOfThePage(): HTMLElement | undefined {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element instanceof HTMLElement && element !== document.body ? element : undefined
}
