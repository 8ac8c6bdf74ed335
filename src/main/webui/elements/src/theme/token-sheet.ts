import { COLOURS, type Oklch } from './colours'

function oklch([lightness, chroma, hue]: Oklch): string {
  return `oklch(${lightness * 100}% ${chroma} ${hue})`
}

function lightDark(light: Oklch, dark: Oklch): string {
  return `light-dark(${oklch(light)}, ${oklch(dark)})`
}

/** What is no colour. Lengths are CSS lengths; the font is whatever the page around has. */
const MEASURES = {
  font: 'inherit',
  'font-size': '15px',
  'font-size-title': '17px',
  'font-size-small': '13px',
  'font-size-meta': '12px',
  'space-1': '4px',
  'space-2': '8px',
  'space-3': '12px',
  'space-4': '16px',
  'space-5': '24px',
  'space-6': '32px',
  'radius-bubble': '16px',
  'radius-run': '4px',
  'radius-control': '10px',
  'radius-panel': '16px',
  shadow: '0 4px 20px rgb(0 0 0 / 0.16)',
  'list-width': '320px',
  'column-width': '760px',
  'panel-width': '380px',
  'panel-height': '600px',
  'panel-offset': '16px',
  'launcher-size': '56px',
  'launcher-offset': '24px',
  'z-index': '1000',
  motion: '160ms ease-out',
} as const satisfies Record<string, string>

/** The names of all tokens, without `--chat-`. */
const TOKENS: readonly string[] = [...Object.keys(COLOURS), ...Object.keys(MEASURES)]

/** What each token is while a page sets nothing, by its name without `--chat-`. */
export function tokenDefaults(): Record<string, string> {
  const colours = Object.entries(COLOURS).map(([role, { light, dark }]) => [role, lightDark(light, dark)])
  return { ...Object.fromEntries(colours), ...MEASURES }
}

/** What a page around the chat has set, otherwise ours. */
function declareColours(value: (colours: { light: Oklch; dark: Oklch }) => string): string {
  return Object.entries(COLOURS).map(([role, colours]) => `--_${role}: var(--chat-${role}, ${value(colours)});`).join(' ')
}

const measures = Object.entries(MEASURES).map(([name, value]) => `--_${name}: var(--chat-${name}, ${value});`).join(' ')
const inside = TOKENS.map(name => `--chat-${name}: var(--_${name});`).join(' ')

/**
 * Every value of the look, for the outermost element of the chat. A page changes one by setting `--chat-*` on that
 * element or on anything around it. So the element itself must not declare `--chat-*`, or it would hide what is set
 * around it: it puts together `--_*`, and everything inside it finds the result under the public name. What stands on
 * the outermost element itself is styled with `--_*`.
 * A browser without `light-dark()` follows the system's setting instead of the page's `color-scheme`.
 */
export const tokenSheet = `
  :host {
    ${declareColours(({ light }) => oklch(light))}
    ${measures}
  }

  @media (prefers-color-scheme: dark) {
    :host {
      ${declareColours(({ dark }) => oklch(dark))}
    }
  }

  @supports (color: light-dark(red, red)) {
    :host {
      ${declareColours(({ light, dark }) => lightDark(light, dark))}
    }
  }

  :host([theme='light']) { color-scheme: light; }
  :host([theme='dark']) { color-scheme: dark; }
  :host([theme='auto']) { color-scheme: light dark; }

  :host > * {
    ${inside}
  }

  @media (prefers-reduced-motion: reduce) {
    :host { --_motion: 0ms; }
  }
`
