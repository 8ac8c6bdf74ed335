/** How much of a message may be cut off below: half of a line, in CSS pixels. */
const CUT_PX = 12
/** So finely it is told how much of a message is in view. Of a tall one a little is much. */
const STEPS = Array.from({ length: 51 }, (_, step) => step / 50)

/**
 * Which messages are before somebody's eyes. The page around may have put the chat below what its window shows, in a
 * frame, or in something that it scrolls, clips or hides: the browser is asked, as it alone knows of all of that.
 */
export class Sight {
  readonly #observer = new IntersectionObserver(entries => this.#take(entries), { threshold: STEPS })
  /** Whether each of the messages that are watched is in view. */
  readonly #rows = new Map<Element, boolean>()
  #scroller: HTMLElement | null = null
  #isInView = false

  /** `changed` hears that other messages are in view than before. */
  constructor(private readonly changed: () => void) {}

  /** Whether somebody has the place of the messages before them, as far as it costs nothing to tell. */
  get seemsOpen(): boolean {
    return this.#isInView && isLookedAt()
  }

  /** Whether somebody has the place of the messages before them. Has the browser work out the styles of what has changed. */
  get isOpen(): boolean {
    return this.seemsOpen && isVisible(this.#scroller)
  }

  /** The highest `seq` in view of those that are watched; nothing when nobody looks. */
  get last(): number | undefined {
    let last = 0
    for (const [row, isSeen] of this.#rows) if (isSeen) last = Math.max(last, Number((row as HTMLElement).dataset['seq']))
    // Whether it is drawn at all is asked last: that has the browser work out the styles of the page anew.
    return last > 0 && this.isOpen ? last : undefined
  }

  /** Watches those of these messages that are not read yet, in the place that scrolls them. They are in order. */
  watch(scroller: HTMLElement | null, messages: readonly HTMLElement[], readSeq = 0): void {
    if (scroller !== this.#scroller) this.#enter(scroller)
    const rows = unreadOf(messages, readSeq)
    for (const row of this.#rows.keys()) if (!rows.has(row)) this.#leave(row)
    for (const row of rows) if (!this.#rows.has(row)) this.#add(row)
  }

  stop(): void {
    this.#observer.disconnect()
    this.#rows.clear()
    this.#scroller = null
    this.#isInView = false
  }

  #enter(scroller: HTMLElement | null): void {
    this.stop()
    this.#scroller = scroller
    if (scroller) this.#observer.observe(scroller)
  }

  #add(row: Element): void {
    this.#rows.set(row, false)
    this.#observer.observe(row)
  }

  #leave(row: Element): void {
    this.#rows.delete(row)
    this.#observer.unobserve(row)
  }

  #take(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      if (entry.target === this.#scroller) this.#isInView = entry.isIntersecting
      else if (this.#rows.has(entry.target)) this.#rows.set(entry.target, isSeen(entry, () => this.#scroller?.clientHeight ?? 0))
    }
    this.changed()
  }
}

/** From the end on, so that of a long history only what is new need be asked. What is on its way has no `seq`, and cannot be read. */
function unreadOf(messages: readonly HTMLElement[], readSeq: number): Set<Element> {
  const rows = new Set<Element>()
  for (let index = messages.length - 1; index >= 0; index--) {
    const seq = messages[index]!.dataset['seq']
    if (seq === undefined) continue
    if (Number(seq) <= readSeq) break
    rows.add(messages[index]!)
  }
  return rows
}

/** Its end is in view; of a message that is taller than what can be in view, the beginning is enough. That is asked last: it may cost a layout. */
function isSeen({ isIntersecting, boundingClientRect: row, intersectionRect: seen, rootBounds }: IntersectionObserverEntry, height: () => number): boolean {
  if (!isIntersecting || row.bottom - seen.bottom <= CUT_PX) return isIntersecting
  const room = Math.min(height(), rootBounds?.height ?? innerHeight)
  return row.height > room && seen.height >= room / 2
}

/** What is drawn without being seen. Older browsers cannot say so. */
function isVisible(element: HTMLElement | null): boolean {
  return element?.checkVisibility?.({ visibilityProperty: true }) ?? element !== null
}

/** Whether somebody has the page before them. */
function isLookedAt(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus()
}
