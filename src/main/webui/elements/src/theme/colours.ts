import { GLANCE_COLOURS, type Oklch } from './glance-token-sheet'

/** The colours by role, each for a light and a dark page. Contrast between them is computed by a test. */
export const COLOURS = {
  ...GLANCE_COLOURS,
  surface: { light: [0.99, 0.002, 255], dark: [0.19, 0.012, 255] },
  'surface-raised': { light: [1, 0, 255], dark: [0.23, 0.014, 255] },
  text: { light: [0.23, 0.02, 255], dark: [0.95, 0.005, 255] },
  'bubble-in': { light: [0.945, 0.006, 255], dark: [0.275, 0.016, 255] },
  'bubble-out': { light: [0.905, 0.048, 255], dark: [0.37, 0.085, 255] },
  'on-bubble-out': { light: [0.23, 0.04, 255], dark: [0.97, 0.01, 255] },
  line: { light: [0.9, 0.006, 255], dark: [0.31, 0.014, 255] },
  warning: { light: [0.52, 0.11, 70], dark: [0.82, 0.13, 80] },
  danger: { light: [0.51, 0.19, 27], dark: [0.75, 0.14, 25] },
} as const satisfies Record<string, { light: Oklch; dark: Oklch }>

export type ColourRole = keyof typeof COLOURS
