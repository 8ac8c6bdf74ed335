import { describe, expect, test } from 'vitest'
import { COLOURS, type ColourRole } from '../src/theme/colours'
import type { Oklch } from '../src/theme/glance-token-sheet'

const SURFACES: ColourRole[] = ['surface', 'surface-raised', 'surface-sunken']

/** The least contrast of each colour on what it is shown on (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11). */
const RULES: [role: ColourRole, on: ColourRole[], least: number][] = [
  ['text', [...SURFACES, 'bubble-in'], 7],
  ['text-muted', [...SURFACES, 'bubble-in'], 4.5],
  ['on-bubble-out', ['bubble-out'], 4.5],
  ['on-accent', ['accent'], 4.5],
  ['accent', SURFACES, 4.5],
  ['danger', SURFACES, 4.5],
  ['positive', SURFACES, 3],
  ['warning', SURFACES, 3],
  ['focus', [...SURFACES, 'bubble-in'], 3],
]

describe.each(['light', 'dark'] as const)('on a %s page', scheme => {
  const cases = RULES.flatMap(([role, on, least]) => on.map(ground => ({ role, ground, least })))
  test.each(cases)('$role on $ground has at least $least : 1', ({ role, ground, least }) => {
    expect(contrast(COLOURS[role][scheme], COLOURS[ground][scheme])).toBeGreaterThanOrEqual(least)
  })

  test('muted text and the accent can be read on a selected row', () => {
    const row = mix(COLOURS.accent[scheme], COLOURS['surface-sunken'][scheme], 0.12)
    for (const role of ['text-muted', 'text'] as const) expect(ratio(luminance(COLOURS[role][scheme]), row)).toBeGreaterThanOrEqual(4.5)
    expect(ratio(luminance(COLOURS.accent[scheme]), row)).toBeGreaterThanOrEqual(4.5)
  })
})

test('black on white is 21 : 1', () => {
  expect(contrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 1)
})

function contrast(a: Oklch, b: Oklch): number {
  return ratio(luminance(a), luminance(b))
}

function ratio(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminance(colour: Oklch): number {
  return luminanceOf(oklab(colour))
}

/** The luminance of a mixture in OKLab, as `color-mix` makes it. */
function mix(a: Oklch, b: Oklch, share: number): number {
  const [from, to] = [oklab(a), oklab(b)]
  return luminanceOf(from.map((value, index) => value * share + to[index]! * (1 - share)))
}

function oklab([lightness, chroma, hue]: Oklch): number[] {
  const angle = (hue * Math.PI) / 180
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)]
}

/** Relative luminance: OKLab to linear sRGB, each channel cut to what a screen shows, weighted by WCAG. */
function luminanceOf([lightness, a, b]: number[]): number {
  const l = (lightness! + 0.3963377774 * a! + 0.2158037573 * b!) ** 3
  const m = (lightness! - 0.1055613458 * a! - 0.0638541728 * b!) ** 3
  const s = (lightness! - 0.0894841775 * a! - 1.291485548 * b!) ** 3
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s
  const shown = (channel: number) => Math.min(1, Math.max(0, channel))
  return 0.2126 * shown(red) + 0.7152 * shown(green) + 0.0722 * shown(blue)
}
