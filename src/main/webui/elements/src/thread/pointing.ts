import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** A finger that rests this long on a message wants to do something with it, in milliseconds; one that moves scrolls. */
const HOLD_MS = 500
const STILL_PX = 10

/** Which message the pointer or the focus is on, and on which a finger rests. Messages are elements with `data-key`. */
export class Pointing implements ReactiveController {
  #hovered: string | undefined
  #focused: string | undefined
  #dismissed: string | undefined
  #touch: { x: number; y: number; timer: ReturnType<typeof setTimeout> } | undefined

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly held: (key: string) => void,
  ) {
    host.addController(this)
  }

  /** The key of the message whose actions are offered. */
  get active(): string | undefined {
    const active = this.#hovered ?? this.#focused
    return active === this.#dismissed ? undefined : active
  }

  /** Takes the offered actions away until another message is pointed at, and says whether there were any. */
  dismiss(): boolean {
    if (this.active === undefined) return false
    this.#dismissed = this.active
    this.host.requestUpdate()
    return true
  }

  hostDisconnected(): void {
    this.#release()
    this.#hovered = this.#focused = this.#dismissed = undefined
  }

  /** Hears all that a pointer and the focus do in the list. */
  handleEvent(event: Event): void {
    switch (event.type) {
      case 'pointerover':
        if ((event as PointerEvent).pointerType === 'mouse') this.#point(keyOf(event.target), this.#focused)
        return
      case 'pointerleave':
        return this.#point(undefined, this.#focused)
      case 'focusin':
        return this.#point(this.#hovered, keyOf(event.target))
      case 'focusout':
        // Another window or tab has the focus, and gives it back to what had it here: that must still be there.
        if (!document.hasFocus()) return
        return this.#point(this.#hovered, keyOf((event as FocusEvent).relatedTarget))
      case 'pointerdown':
        return this.#press(event as PointerEvent)
      case 'pointermove':
        return this.#move(event as PointerEvent)
      default:
        return this.#release()
    }
  }

  #point(hovered: string | undefined, focused: string | undefined): void {
    const before = this.active
    this.#hovered = hovered
    this.#focused = focused
    if ((hovered ?? focused) !== this.#dismissed) this.#dismissed = undefined
    if (this.active !== before) this.host.requestUpdate()
  }

  #press(event: PointerEvent): void {
    this.#release()
    const key = keyOf(event.target)
    if (event.pointerType !== 'touch' || key === undefined || (event.target as Element).closest('a, button')) return
    const timer = setTimeout(() => this.held(key), HOLD_MS)
    this.#touch = { x: event.clientX, y: event.clientY, timer }
  }

  #move({ clientX, clientY }: PointerEvent): void {
    if (this.#touch && Math.hypot(clientX - this.#touch.x, clientY - this.#touch.y) > STILL_PX) this.#release()
  }

  #release(): void {
    clearTimeout(this.#touch?.timer)
    this.#touch = undefined
  }
}

function keyOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-key]')?.dataset['key'] ) : undefined
}
