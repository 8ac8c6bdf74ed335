import { css, unsafeCSS } from 'lit'
import { COLOURS, type Oklch } from './colours'

function oklch([lightness, chroma, hue]: Oklch): string {
  return `oklch(${lightness * 100}% ${chroma} ${hue})`
}

function declare(value: (colours: { light: Oklch; dark: Oklch }) => string): string {
  return Object.entries(COLOURS).map(([role, colours]) => `--chat-${role}: ${value(colours)};`).join(' ')
}

/**
 * Every value of the look. A page changes one by setting it on the outermost element of the chat.
 * A browser without `light-dark()` follows the system's setting instead of the page's `color-scheme`.
 */
export const tokens = css`
  :host {
    ${unsafeCSS(declare(({ light }) => oklch(light)))}
    --chat-space-1: 4px;
    --chat-space-2: 8px;
    --chat-space-3: 12px;
    --chat-space-4: 16px;
    --chat-space-5: 24px;
    --chat-space-6: 32px;
    --chat-radius-bubble: 16px;
    --chat-radius-run: 4px;
    --chat-radius-control: 10px;
    --chat-radius-panel: 16px;
    --chat-font: inherit;
    --chat-shadow: 0 4px 20px rgb(0 0 0 / 0.16);
    --chat-list-width: 320px;
    --chat-column-width: 760px;
    --chat-motion: 160ms ease-out;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      ${unsafeCSS(declare(({ dark }) => oklch(dark)))}
    }
  }

  @supports (color: light-dark(red, red)) {
    :host {
      ${unsafeCSS(declare(({ light, dark }) => `light-dark(${oklch(light)}, ${oklch(dark)})`))}
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --chat-motion: 0ms;
    }
  }
`
