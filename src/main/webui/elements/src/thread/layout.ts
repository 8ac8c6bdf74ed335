/**
 * Tells when the browser has laid out what scrolls, in the frame that shows it and before anybody sees it: because it has
 * another size, or because something has changed in it. Places that are asked for then cost nothing; to ask at once, after
 * each change, has the page laid out once more.
 */
export class Layout {
  readonly #observer: ResizeObserver
  #scroller: HTMLElement | null = null

  constructor(laidOut: () => void) {
    this.#observer = new ResizeObserver(laidOut)
  }

  /** Follows this place and what it scrolls, which is its only child. */
  watch(scroller: HTMLElement | null): void {
    if (scroller === this.#scroller) return
    this.stop()
    this.#scroller = scroller
    if (!scroller) return
    this.#observer.observe(scroller)
    this.#observer.observe(scroller.firstElementChild!)
  }

  /** Something has changed. It is told of even if no size has: browsers do so of all that is newly observed. */
  changed(): void {
    const content = this.#scroller?.firstElementChild
    if (!content) return
    this.#observer.unobserve(content)
    this.#observer.observe(content)
  }

  stop(): void {
    this.#observer.disconnect()
    this.#scroller = null
  }
}
