import { html, nothing, type TemplateResult } from 'lit'
import type { Link, linked } from './linked'

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
  in(text: string): string | (string | TemplateResult)[] {
    if (!HINT.test(text)) return text
    if (!this.#linked && !this.#isComing) void this.#come()
    return this.#linked?.(text).map(part => (typeof part === 'string' ? part : shown(part))) ?? text
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

function shown({ address, href, host }: Link): TemplateResult {
  // An address reads from left to right, whatever stands before it.
  return html`<a href=${href} dir="ltr" tabindex="-1" target="_blank" rel="noopener noreferrer nofollow" title=${host ?? nothing}>${address}</a>`
}

export const links = new Links(() => import('./linked').then(module => module.linked))
