import type { ChatClient } from '@eplatform/chat'
import { PARTS, SLOTS } from '../base/parts'
import { chat } from './chat'
import { type Content, contentOf, type Subject } from './content'
import { make } from './make'
import { sheetOf } from './sheet'

/** What a page listens to for its own shortcuts: whoever writes in the chat does not mean it. */
const KEYS = ['keydown', 'keypress', 'keyup'] as const

const style = sheetOf('.view { block-size: 100%; }')

/** The chat itself, inside a panel or a place of the page. */
export class View {
  readonly element = make('div', { class: 'view', part: 'body' })
  #content: Content | undefined
  /** Counts what was to be shown, so that what comes late does not take the place of something newer. */
  #turn = 0

  constructor() {
    for (const key of KEYS) this.element.addEventListener(key, event => event.stopPropagation())
  }

  /** Whose chat is shown; nobody's is empty. */
  set client(client: ChatClient | undefined) {
    if (!client) this.clear()
    else if (this.#content && this.#content.client !== client) this.#content.client = client
  }

  enter(root: ShadowRoot): void {
    if (!root.adoptedStyleSheets.includes(style)) root.adoptedStyleSheets.push(style)
    root.append(this.element)
  }

  leave(): void {
    this.clear()
    this.element.remove()
  }

  /** Shows this. Resolves when it is there, with whether it still is what was to be shown. */
  async show(subject: Subject): Promise<boolean> {
    const turn = ++this.#turn
    const content = await contentOf(subject)
    if (turn !== this.#turn) return false
    this.#content = content
    content.client = chat.client
    content.setAttribute('exportparts', PARTS)
    content.append(...SLOTS.map(name => make('slot', { name, slot: name })))
    this.element.replaceChildren(content)
    await content.updateComplete
    return this.#content === content
  }

  clear(): void {
    this.#turn++
    this.#content = undefined
    this.element.replaceChildren()
  }

  focus(): void {
    this.#content?.focus()
  }
}
