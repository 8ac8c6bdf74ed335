/** So near to its end a history is at it, in CSS pixels: browsers round. */
const STICK_PX = 4
/** So near there is no point in a button that leads there, in CSS pixels. */
const NEAR_PX = 150

/**
 * Keeps the reader's place while messages come and go. At the end it stays at the end; anywhere else the first
 * visible message stays exactly where it is. By hand, because not every browser can, and those that can disagree.
 */
export class Anchor {
  #atEnd = true
  #message: HTMLElement | undefined
  #offset = 0

  constructor(private readonly scroller: () => HTMLElement | null) {}

  /** The first message in view. */
  get message(): HTMLElement | undefined {
    return this.#message
  }

  /** Whether the reader is at the end or has it in view, or nearly so. */
  get nearEnd(): boolean {
    return this.#atEnd || this.#toGo() <= NEAR_PX
  }

  /** The reader has moved. */
  scrolled(): void {
    this.#atEnd = this.#toGo() <= STICK_PX
  }

  /** Remembers the place. Call it before the messages change. */
  hold(messages: Iterable<HTMLElement>): void {
    const top = this.scroller()?.getBoundingClientRect().top ?? 0
    this.#message = undefined
    for (const message of messages) {
      const rect = message.getBoundingClientRect()
      if (rect.bottom <= top) continue
      this.#message = message
      this.#offset = rect.top
      return
    }
  }

  /** Returns to the place. Call it after the messages or their sizes have changed. */
  restore(): void {
    const scroller = this.scroller()
    if (!scroller) return
    if (this.#atEnd) scroller.scrollTop = scroller.scrollHeight
    if (this.#atEnd || !this.#message?.isConnected) return
    const drift = this.#message.getBoundingClientRect().top - this.#offset
    // Setting the same place would end a smooth scroll that is under way.
    if (drift !== 0) scroller.scrollTop += drift
  }

  /** Goes to the end, and stays there. */
  toEnd(): void {
    this.#atEnd = true
    this.restore()
  }

  /** Goes to the end visibly, if it is near and motion is welcome. */
  glideToEnd(): void {
    const scroller = this.scroller()
    if (!scroller) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    if (calm || this.#toGo() > 3 * scroller.clientHeight) this.toEnd()
    else scroller.scrollTo({ top: scroller.scrollHeight, behavior: 'smooth' })
  }

  /** Brings something into view, a quarter below the top. */
  toQuarter(element: Element): void {
    const scroller = this.scroller()
    if (!scroller) return
    const distance = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    scroller.scrollTop += distance - scroller.clientHeight / 4
    this.scrolled()
  }

  #toGo(): number {
    const scroller = this.scroller()
    return scroller ? scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight : 0
  }
}
