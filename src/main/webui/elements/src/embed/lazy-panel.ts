import { chat } from './chat'
import type { Subject } from './content'
import type { Floating } from './floating'

/** The panel in front of the page that belongs to an element. Its code comes when it is needed. */
export class LazyPanel {
  #floating: Promise<Floating> | undefined
  #made: Floating | undefined
  /** What is to be in front, from the moment it was asked for. */
  #wanted: Subject | undefined

  constructor(
    private readonly owner: HTMLElement,
    /** It has come up or is gone. */
    private readonly changed: () => void,
    /** Where to go when its code cannot be loaded. */
    private readonly instead: () => string,
  ) {}

  get isOpen(): boolean {
    return this.#wanted !== undefined
  }

  get subject(): Subject | undefined {
    return this.#wanted
  }

  /** Somebody is about to open it: loads what that takes. */
  prepare(): void {
    if (chat.client) void this.#load().catch(() => {})
  }

  async open(subject: Subject, name: string): Promise<void> {
    this.#wanted = subject
    this.changed()
    try {
      const floating = await this.#load()
      if (this.#wanted === subject) await floating.open(subject, name)
    } catch (error) {
      chat.fail('not_loaded', String(error))
      if (this.#wanted === subject) location.assign(this.instead())
    }
  }

  close(): void {
    this.#wanted = undefined
    this.#made?.close()
    this.changed()
  }

  /** Follows the language, a name that has become known, and who is signed in. */
  update(name: string): void {
    if (this.isOpen && !chat.client) this.close()
    this.#made?.update(name)
  }

  #load(): Promise<Floating> {
    this.#floating ??= import('./opened').then(({ Floating }) => (this.#made = new Floating(this.owner, () => this.#gone())))
    this.#floating.catch(() => (this.#floating = undefined))
    return this.#floating
  }

  #gone(): void {
    this.#wanted = undefined
    this.changed()
  }
}
