import { vi } from 'vitest'

/** The window of the page, in CSS pixels. What is outside of it is not before anybody's eyes. */
export const screen = { top: 0, bottom: 500 }

/** How long a frame lasts, in milliseconds. */
const FRAME_MS = 16

/**
 * In place of the observers that browsers have, as this DOM has no layout: what is seen of an element is what its rectangle
 * has in common with that of the place that scrolls it and with the window. They look once in a frame, as browsers do.
 */
export function observeScreen(): void {
  observeLayout()
  Object.assign(screen, { top: 0, bottom: 500 })
  vi.stubGlobal('IntersectionObserver', class {
    readonly #told = new Map<Element, string>()
    #frames: ReturnType<typeof setInterval> | undefined

    constructor(private readonly tell: (entries: object[]) => void) {}

    observe(element: Element): void {
      this.#told.set(element, '')
      this.#frames ??= setInterval(() => this.#look(), FRAME_MS)
    }

    unobserve(element: Element): void {
      this.#told.delete(element)
    }

    disconnect(): void {
      clearInterval(this.#frames)
      this.#frames = undefined
      this.#told.clear()
    }

    #look(): void {
      const entries = [...this.#told.keys()].map(seenOf).filter(({ target, intersectionRect }) => this.#told.get(target) !== JSON.stringify(intersectionRect))
      for (const { target, intersectionRect } of entries) this.#told.set(target, JSON.stringify(intersectionRect))
      if (entries.length > 0) this.tell(entries)
    }
  })
}

/** Whatever is newly observed is told of in the next frame. Nothing changes its size by itself here. */
export function observeLayout(): void {
  vi.stubGlobal('ResizeObserver', class {
    #frame: ReturnType<typeof setTimeout> | undefined

    constructor(private readonly tell: () => void) {}

    observe(): void {
      this.#frame ??= setTimeout(() => {
        this.#frame = undefined
        this.tell()
      }, FRAME_MS)
    }

    unobserve(): void {}

    disconnect(): void {
      clearTimeout(this.#frame)
      this.#frame = undefined
    }
  })
}

function seenOf(target: Element) {
  const row = target.getBoundingClientRect()
  const scroller = target.closest('.scroller')!.getBoundingClientRect()
  const top = Math.max(row.top, scroller.top, screen.top)
  const bottom = Math.max(top, Math.min(row.bottom, scroller.bottom, screen.bottom))
  return { target, isIntersecting: bottom > top, boundingClientRect: row, intersectionRect: { top, bottom, height: bottom - top }, rootBounds: null }
}
