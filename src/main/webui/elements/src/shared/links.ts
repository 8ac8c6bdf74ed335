import type { linked } from './linked'

/** Without one of these no address is in a text, which is most texts: nothing is loaded for them. */
const HINT = /:\/\/|www\.|@|mailto:|tel:/i

type Linked = typeof linked

/**
 * Shows the addresses in texts as links. What finds them is heavy, so it comes with the first text that may have one.
 * Until then such a text is plain, and if it cannot be loaded too: the next such text tries again.
 */
export class Links {
  #linked: Linked | undefined
  #isComing = false
  readonly #followers = new Set<() => void>()

  constructor(private readonly load: () => Promise<Linked>) {}

  /** Whether what finds addresses is there. */
  get areLoaded(): boolean {
    return this.#linked !== undefined
  }

  /** A text to be rendered. While it is plain for want of what finds addresses, whoever shows it follows. */
  in(text: string): string | ReturnType<Linked> {
    if (!HINT.test(text)) return text
    if (!this.#linked && !this.#isComing) void this.#come()
    return this.#linked?.(text) ?? text
  }

  /** Calls back when texts that were plain are to be rendered again; returns what ends that. */
  follow(listener: () => void): () => void {
    this.#followers.add(listener)
    return () => void this.#followers.delete(listener)
  }

  async #come(): Promise<void> {
    this.#isComing = true
    try {
      this.#linked = await this.load()
    } catch {
      return
    } finally {
      this.#isComing = false
    }
    for (const listener of [...this.#followers]) listener()
  }
}

export const links = new Links(() => import('./linked').then(module => module.linked))
