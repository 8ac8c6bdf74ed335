import type { ReactiveController, ReactiveElement } from 'lit'

/** So long after the last scroll the name of the day stays over the messages, in milliseconds. */
const STAYS_MS = 1200
/** Where the name stands in its day, in CSS pixels; further down it is held over the messages. */
const PLACE_PX = 8

/**
 * The name of the day is held over the first messages in view while somebody scrolls, and tells where they are. Once
 * they read it would cover what they read.
 */
export class DayNames implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined
  #isOver = true

  constructor(private readonly host: ReactiveElement) {
    host.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
  }

  /** Somebody scrolls, or `atEnd` the messages do by themselves. */
  scrolled(atEnd: boolean): void {
    clearTimeout(this.#timer)
    if (atEnd) return this.#rest()
    this.#isOver = true
    for (const name of this.host.renderRoot.querySelectorAll('.day-name.over')) name.classList.remove('over')
    this.#timer = setTimeout(() => this.#rest(), STAYS_MS)
  }

  #rest(): void {
    if (!this.#isOver) return
    this.#isOver = false
    for (const name of this.host.renderRoot.querySelectorAll<HTMLElement>('.day-name')) name.classList.toggle('over', name.offsetTop > PLACE_PX + 1)
  }
}
