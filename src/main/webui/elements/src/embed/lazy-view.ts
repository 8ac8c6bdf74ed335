import { chat } from './chat'
import type { Subject } from './content'
import type { View } from './view'

/** The chat in a place of the page. Its code comes when there is something to show. */
export class LazyView {
  #view: View | undefined
  #wanted: Subject | undefined

  constructor(private readonly root: ShadowRoot) {}

  /** Shows this, or nothing; the same again is left as it is. Resolves when it is there. */
  async show(subject: Subject | undefined): Promise<void> {
    if (this.#view) this.#view.client = chat.client
    if (JSON.stringify(subject) === JSON.stringify(this.#wanted)) return
    this.#wanted = subject
    if (!subject) this.#view?.leave()
    else await this.#enter(subject)
  }

  focus(): void {
    this.#view?.focus()
  }

  async #enter(subject: Subject): Promise<void> {
    try {
      const { View } = await import('./opened')
      if (this.#wanted !== subject) return
      this.#view ??= new View()
      this.#view.enter(this.root)
      await this.#view.show(subject)
    } catch (error) {
      if (this.#wanted === subject) this.#wanted = undefined
      chat.fail('not_loaded', String(error))
    }
  }
}
