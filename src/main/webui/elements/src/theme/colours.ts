/** A colour in OKLCH: lightness 0 to 1, chroma, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number]

/** The colours by role, each for a light and a dark page. Contrast between them is computed by a test. */
export const COLOURS = {
  surface: { light: [0.99, 0.002, 255], dark: [0.19, 0.012, 255] },
  'surface-raised': { light: [1, 0, 255], dark: [0.23, 0.014, 255] },
  'surface-sunken': { light: [0.96, 0.005, 255], dark: [0.15, 0.01, 255] },
  text: { light: [0.23, 0.02, 255], dark: [0.95, 0.005, 255] },
  'text-muted': { light: [0.47, 0.02, 255], dark: [0.72, 0.015, 255] },
  accent: { light: [0.5, 0.19, 255], dark: [0.74, 0.13, 255] },
  'on-accent': { light: [1, 0, 255], dark: [0.17, 0.03, 255] },
  'bubble-in': { light: [0.945, 0.006, 255], dark: [0.275, 0.016, 255] },
  'bubble-out': { light: [0.905, 0.048, 255], dark: [0.37, 0.085, 255] },
  'on-bubble-out': { light: [0.23, 0.04, 255], dark: [0.97, 0.01, 255] },
  line: { light: [0.9, 0.006, 255], dark: [0.31, 0.014, 255] },
  positive: { light: [0.56, 0.15, 150], dark: [0.76, 0.17, 150] },
  warning: { light: [0.52, 0.11, 70], dark: [0.82, 0.13, 80] },
  danger: { light: [0.51, 0.19, 27], dark: [0.75, 0.14, 25] },
  focus: { light: [0.5, 0.19, 255], dark: [0.8, 0.11, 255] },
} as const satisfies Record<string, { light: Oklch; dark: Oklch }>

export type ColourRole = keyof typeof COLOURS
