import { css, html, type PropertyValues } from 'lit'
import { state } from 'lit/decorators.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import { direction } from '../words/locale'
import { words } from '../words/words'

/** In pixels. */
const NARROWEST = 260
const WIDEST = 420
const DEFAULT = 320
const STEP = 10
const KEY = 'eplatform-chat.list-width'

/**
 * The edge between list and conversation, which moves with pointer and arrow keys, and back with a double click. It
 * sets `--chat-list-width` on the element that it is in, and this browser remembers it.
 */
@define('chat-splitter')
export class ChatSplitter extends ChatElement {
  static override styles = css`
    :host { display: block; }

    div {
      block-size: 100%;
      cursor: col-resize;
      touch-action: none;
      transition: background-color var(--chat-motion);
      outline-offset: -2px;
    }

    div:focus-visible { outline: 2px solid var(--chat-focus); }

    @media (hover: hover) {
      div:hover { background: color-mix(in oklab, var(--chat-accent) 40%, transparent); }
    }

    @media (forced-colors: active) {
      div:hover { background: Highlight; }
    }
  `

  /** In pixels; nothing is the page's own choice. */
  @state() private width = remembered()

  protected override watched() {
    return []
  }

  override render() {
    return html`<div role="separator" tabindex="0" aria-orientation="vertical" aria-label=${words().listWidth}
      aria-valuemin=${NARROWEST} aria-valuemax=${WIDEST} aria-valuenow=${this.width ?? DEFAULT}
      @keydown=${this.#key} @dblclick=${() => this.#become(undefined)}
      @pointerdown=${this.#grab} @pointermove=${this.#drag} @lostpointercapture=${() => remember(this.width)}></div>`
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const style = this.parentElement?.style
    if (this.width === undefined) style?.removeProperty('--chat-list-width')
    else style?.setProperty('--chat-list-width', `${this.width}px`)
  }

  #grab(event: PointerEvent): void {
    if (event.button === 0) (event.target as HTMLElement).setPointerCapture(event.pointerId)
  }

  #drag(event: PointerEvent): void {
    if (!(event.target as HTMLElement).hasPointerCapture(event.pointerId)) return
    const { left, right } = this.parentElement!.getBoundingClientRect()
    this.width = within(direction() === 'rtl' ? right - event.clientX : event.clientX - left)
  }

  #key(event: KeyboardEvent): void {
    const width = this.#after(event.key)
    if (width === undefined) return
    event.preventDefault()
    this.#become(within(width))
  }

  #after(key: string): number | undefined {
    const now = this.width ?? DEFAULT
    const ahead = direction() === 'rtl' ? -STEP : STEP
    switch (key) {
      case 'ArrowRight':
        return now + ahead
      case 'ArrowLeft':
        return now - ahead
      case 'Home':
        return NARROWEST
      case 'End':
        return WIDEST
      default:
        return undefined
    }
  }

  #become(width: number | undefined): void {
    this.width = width
    remember(width)
  }
}

function within(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))
}

function remembered(): number | undefined {
  try {
    const kept = Number(localStorage.getItem(KEY))
    return kept > 0 ? within(kept) : undefined
  } catch {
    return undefined
  }
}

function remember(width: number | undefined): void {
  try {
    if (width === undefined) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, String(width))
  } catch {
    // This browser remembers nothing; the width holds until the page is left.
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-splitter': ChatSplitter
  }
}
