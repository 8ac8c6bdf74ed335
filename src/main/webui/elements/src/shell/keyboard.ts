import type { ReactiveController } from 'lit'
import { OpenEvent, WishEvent } from '../base/events'
import { focusedIn } from '../base/focus'
import type { ChatApp } from './app'
import { type Shortcut, shortcutOf } from './shortcuts'

/** The keys of the whole page, where the whole page is the chat. */
export class Keyboard implements ReactiveController {
  constructor(private readonly app: ChatApp) {
    app.addController(this)
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#pressed)
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#pressed)
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const shortcut = this.app.shortcuts && !event.defaultPrevented && !event.isComposing ? shortcutOf(event) : undefined
    // What is behind an open dialog is out of reach.
    if (!shortcut || !this.app.parts.list || event.composedPath().some(target => target instanceof HTMLDialogElement)) return
    event.preventDefault()
    this.#run(shortcut)
  }

  #run(shortcut: Shortcut): void {
    switch (shortcut) {
      case 'search':
        return void this.#search()
      case 'next':
        return this.#go(1)
      case 'previous':
        return this.#go(-1)
      case 'nextUnread':
        return this.#go(1, true)
      case 'previousUnread':
        return this.#go(-1, true)
      case 'nextPane':
        return this.#cycle(1)
      case 'previousPane':
        return this.#cycle(-1)
      case 'help':
        return this.app.parts.shortcutList?.show()
    }
  }

  /** Where there is room for one pane, the list takes the place of the conversation first. */
  async #search(): Promise<void> {
    const { list } = this.app.parts
    if (list && !isShown(list)) {
      this.app.dispatchEvent(new WishEvent('chat-back'))
      // The browser's own way back takes a moment.
      for (let tries = 0; tries < 10 && !isShown(list); tries++) await new Promise(resolve => setTimeout(resolve, 50))
      await list.updateComplete
    }
    list?.focusSearch()
  }

  #go(step: -1 | 1, onlyUnread = false): void {
    const id = this.app.parts.list?.neighbour(step, onlyUnread)
    if (id !== undefined) this.app.dispatchEvent(new OpenEvent(id))
  }

  #cycle(step: -1 | 1): void {
    const { list, thread, toasts, pane } = this.app.parts
    const panes = [
      { element: list, focus: () => list?.focusRow(this.app.conversationId) },
      { element: pane, focus: () => (thread ?? pane?.querySelector<HTMLElement>('.button') ?? pane)?.focus() },
      { element: toasts?.empty ? null : toasts, focus: () => toasts?.focus() },
    ].filter(({ element }) => element && isShown(element))
    const at = focusedIn(this.app.renderRoot)
    const current = panes.findIndex(({ element }) => element === at || element?.contains(at))
    const next = current < 0 ? (step > 0 ? 0 : panes.length - 1) : (current + step + panes.length) % panes.length
    panes[next]?.focus()
  }
}

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility?.() ?? true
}
