import type { ChatState } from '@eplatform/chat'
import { markLanguage } from '../words/mark'
import { chat } from './chat'
import type { Member } from './embedding'
import { sheetOf } from './sheet'
import type { HostToken } from './token'

/**
 * What stands on a page from the start, and is light for that: no library. It shows a part of the page's chat, and a
 * neutral state while there is nobody signed in.
 *
 * @attr {string} url - where the service is; counts for the whole page. Default: where the script comes from
 * @attr {string} locale - the language, such as `de-AT`; counts for the whole page
 * @attr {'light' | 'dark' | 'auto'} theme - in place of the `color-scheme` of the page around; `auto` follows the system
 * @fires {ReadyEvent} chat-ready - who is signed in is known and connected
 * @fires {UnreadChangeEvent} chat-unread-change - another number of messages waits to be read
 * @fires {ErrorEvent} chat-error - something did not work
 */
export abstract class LightElement extends HTMLElement implements Member {
  static observedAttributes: readonly string[] = ['url', 'locale']

  protected readonly root = this.attachShadow({ mode: 'open' })
  #leave: (() => void) | undefined
  #due = false

  constructor(...styles: string[]) {
    super()
    this.root.adoptedStyleSheets = styles.map(sheetOf)
  }

  /** How the page around gives the token; counts for the whole page. */
  set getToken(getToken: HostToken) {
    chat.configure({ getToken })
  }

  get target(): EventTarget {
    return this
  }

  get people(): readonly string[] {
    return []
  }

  protected get state(): ChatState | undefined {
    return chat.state
  }

  connectedCallback(): void {
    for (const name of ['getToken', ...(this.constructor as typeof LightElement).observedAttributes]) this.#takeOver(name)
    this.#leave = chat.join(this)
    this.changed()
  }

  disconnectedCallback(): void {
    this.#leave?.()
    this.#leave = undefined
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    if (name === 'url' && value !== null) chat.configure({ url: value })
    else if (name === 'locale' && value !== null) chat.configure({ locale: value })
    else if (this.isConnected) {
      chat.watch()
      this.changed()
    }
  }

  /** Renders soon, and once for whatever has changed until then. */
  changed(): void {
    if (this.#due) return
    this.#due = true
    queueMicrotask(() => {
      this.#due = false
      if (!this.isConnected) return
      for (const part of this.root.children) if (part instanceof HTMLElement) markLanguage(part)
      this.render()
    })
  }

  /** Brings what is shown up to date. */
  protected abstract render(): void

  /** A property that a framework has set before the element was defined hides the accessor: it is set again. */
  #takeOver(name: string): void {
    if (!Object.hasOwn(this, name)) return
    const value: unknown = Reflect.get(this, name)
    Reflect.deleteProperty(this, name)
    Reflect.set(this, name, value)
  }
}
