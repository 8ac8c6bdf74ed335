import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Between both, in pixels. */
const GAP = 8

/** Keeps its host above another element, whose height may change: it sets `--toasts-end` on the host. */
export class Clearance implements ReactiveController {
  #below: HTMLElement | null = null
  readonly #observer = new ResizeObserver(() => this.#keep())

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this)
  }

  hostDisconnected(): void {
    this.above(null)
  }

  above(below: HTMLElement | null): void {
    if (below === this.#below) return
    this.#observer.disconnect()
    this.#below = below
    if (below) this.#observer.observe(below)
    this.#keep()
  }

  #keep(): void {
    const height = this.#below?.getBoundingClientRect().height ?? 0
    if (height > 0) this.host.style.setProperty('--toasts-end', `${height + GAP}px`)
    else this.host.style.removeProperty('--toasts-end')
  }
}
