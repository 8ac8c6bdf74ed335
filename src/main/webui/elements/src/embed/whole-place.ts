import { tokenSheet } from '../theme/token-sheet'
import { chat } from './chat'
import type { Body } from './late-element'
import { LazyView } from './lazy-view'
import { appPlaceStyles } from './place.styles'
import { sheetOf } from './sheet'

/** What `chat-app` shows on a page of another origin. */
export class WholePlace implements Body {
  readonly isOpen = true
  readonly #view: LazyView
  readonly #root: ShadowRoot
  #asked: string | undefined

  constructor(root: ShadowRoot) {
    this.#root = root
    this.#view = new LazyView(root)
    root.adoptedStyleSheets.push(sheetOf(tokenSheet), sheetOf(appPlaceStyles))
  }

  open(userId?: string): void {
    this.#asked = userId
    void this.#show().then(() => this.#view.focus())
  }

  /** It has no panel; when its element leaves the page, nothing of it goes on. */
  close(): void {
    if (!this.#root.host.isConnected) void this.#view.show(undefined)
  }

  render(): void {
    void this.#show()
  }

  #show(): Promise<void> {
    return this.#view.show(chat.client && { name: 'all', userId: this.#asked })
  }
}
