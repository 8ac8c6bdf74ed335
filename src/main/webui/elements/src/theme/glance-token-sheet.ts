/** A colour in OKLCH: lightness 0 to 1, chroma, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number]

interface Colour {
  light: Oklch
  dark: Oklch
}

/** The colours of what stands on a page before anything is opened. */
export const GLANCE_COLOURS = {
  'surface-sunken': { light: [0.96, 0.005, 255], dark: [0.15, 0.01, 255] },
  'text-muted': { light: [0.47, 0.02, 255], dark: [0.72, 0.015, 255] },
  accent: { light: [0.5, 0.19, 255], dark: [0.74, 0.13, 255] },
  'on-accent': { light: [1, 0, 255], dark: [0.17, 0.03, 255] },
  positive: { light: [0.56, 0.15, 150], dark: [0.76, 0.17, 150] },
  focus: { light: [0.5, 0.19, 255], dark: [0.8, 0.11, 255] },
} as const satisfies Record<string, Colour>

/** The rest of its look. */
export const GLANCE_MEASURES = {
  font: 'inherit',
  'font-size': '15px',
  'font-size-meta': '12px',
  'radius-control': '10px',
  motion: '160ms ease-out',
} as const satisfies Record<string, string>

function oklch([lightness, chroma, hue]: Oklch): string {
  return `oklch(${lightness * 100}% ${chroma} ${hue})`
}

export function lightDark(light: Oklch, dark: Oklch): string {
  return `light-dark(${oklch(light)}, ${oklch(dark)})`
}

/**
 * Declares these values of the look for the outermost element of the chat. A page changes one by setting `--chat-*` on that
 * element or on anything around it. So the element itself must not declare `--chat-*`, or it would hide what is set
 * around it: it puts together `--_*`, and everything inside it finds the result under the public name. What stands on
 * the outermost element itself is styled with `--_*`.
 * A browser without `light-dark()` follows the system's setting instead of the page's `color-scheme`.
 */
export function declaring(colours: Record<string, Colour>, measures: Record<string, string>): string {
  // What a page around the chat has set, otherwise ours.
  const declare = (value: (colour: Colour) => string) =>
    Object.entries(colours).map(([role, colour]) => `--_${role}: var(--chat-${role}, ${value(colour)});`).join(' ')
  const lengths = Object.entries(measures).map(([name, value]) => `--_${name}: var(--chat-${name}, ${value});`).join(' ')
  const inside = [...Object.keys(colours), ...Object.keys(measures)].map(name => `--chat-${name}: var(--_${name});`).join(' ')
  return `
  :host {
    ${declare(({ light }) => oklch(light))}
    ${lengths}
  }

  @media (prefers-color-scheme: dark) {
    :host {
      ${declare(({ dark }) => oklch(dark))}
    }
  }

  @supports (color: light-dark(red, red)) {
    :host {
      ${declare(({ light, dark }) => lightDark(light, dark))}
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
}

/** What it takes before anything is opened: the rest comes with that. */
export const glanceTokenSheet = declaring(GLANCE_COLOURS, GLANCE_MEASURES)
