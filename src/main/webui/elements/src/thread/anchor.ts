/** So near to its end a history is at it, in CSS pixels: browsers round. */
const STICK_PX = 4
/** So near there is no point in a button that leads there, in CSS pixels. */
const NEAR_PX = 150
/** What is above this line is under the name of the day, in CSS pixels. */
const DAY_PX = 36

/**
 * Keeps the reader's place while messages come and go. At the end it stays at the end; anywhere else the first
 * visible message stays exactly where it is. By hand, because not every browser can, and those that can disagree.
 */
export class Anchor {
  #atEnd = true
  #ends = true
  /** Where the end was, the last time that the reader was brought or came there. */
  #top = 0
  /** Something has come that is not laid out yet. */
  #waits = false
  #message: HTMLElement | undefined
  #offset = 0

  constructor(private readonly scroller: () => HTMLElement | null) {}

  /** The first message in view. */
  get message(): HTMLElement | undefined {
    return this.#message
  }

  /** Whether the reader is at the end, and stays there whatever comes. */
  get atEnd(): boolean {
    return this.#atEnd
  }

  /** Whether the reader is at the end or has it in view, or nearly so. */
  get nearEnd(): boolean {
    return this.#ends && (this.#atEnd || this.toGo <= NEAR_PX)
  }

  /** How far the end is below what is in view, in CSS pixels. */
  get toGo(): number {
    const scroller = this.scroller()
    return scroller ? scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight : 0
  }

  /** Whether what is loaded ends where the conversation does. Where it does not, nobody is held at its end. */
  set ends(ends: boolean) {
    this.#ends = ends
    if (!ends) this.#atEnd = false
  }

  /** The reader has moved. Whoever was at the end does not leave it because it moves on before they are brought there. */
  scrolled(): void {
    const top = this.scroller()?.scrollTop ?? 0
    if (this.#atEnd && this.#waits && top >= this.#top) return
    this.#atEnd = this.#ends && this.toGo <= STICK_PX
    this.#top = top
  }

  /** The messages have changed, and `restore` is called once that is laid out. */
  wait(): void {
    this.#waits = true
  }

  /** Remembers the place. Call it before the messages change. */
  hold(messages: readonly HTMLElement[]): void {
    const top = this.scroller()?.getBoundingClientRect().top ?? 0
    this.#message = firstBelow(top, messages)
    this.#offset = this.#message?.getBoundingClientRect().top ?? 0
  }

  /** Returns to the place. Call it after the messages or their sizes have changed. */
  restore(): void {
    this.#waits = false
    const scroller = this.scroller()
    if (this.#atEnd) this.toEnd()
    if (!scroller || this.#atEnd || !this.#message?.isConnected) return
    const drift = this.#message.getBoundingClientRect().top - this.#offset
    // Setting the same place would end a smooth scroll that is under way.
    if (drift !== 0) scroller.scrollTop += drift
  }

  /** Goes to the end, and stays there. */
  toEnd(): void {
    this.#atEnd = this.#ends
    const scroller = this.scroller()
    if (!scroller) return
    scroller.scrollTop = scroller.scrollHeight
    this.#top = scroller.scrollTop
  }

  /** Goes to the end visibly, if it is near and motion is welcome. */
  glideToEnd(): void {
    const scroller = this.scroller()
    if (!scroller) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    if (calm || this.toGo > 3 * scroller.clientHeight) this.toEnd()
    else scroller.scrollTo({ top: scroller.scrollHeight, behavior: 'smooth' })
  }

  /** Brings something into view, a quarter below the top. */
  toQuarter(element: Element): void {
    this.#bring(element, (this.scroller()?.clientHeight ?? 0) / 4)
  }

  /** Of what is taller than the page, as much as fits is shown from its beginning on. */
  toStartOf(element: HTMLElement): void {
    const scroller = this.scroller()
    if (scroller && element.offsetHeight > scroller.clientHeight - DAY_PX) this.#bring(element, DAY_PX)
  }

  #bring(element: Element, below: number): void {
    const scroller = this.scroller()
    if (!scroller) return
    scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top - below
    this.scrolled()
  }
}

/** The first message that ends below this line. They stand one below the other, so that not all need be asked. */
function firstBelow(top: number, messages: readonly HTMLElement[]): HTMLElement | undefined {
  let from = 0
  for (let to = messages.length; from < to; ) {
    const middle = (from + to) >> 1
    if (messages[middle]!.getBoundingClientRect().bottom > top) to = middle
    else from = middle + 1
  }
  return messages[from]
}
