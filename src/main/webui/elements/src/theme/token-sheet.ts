import { COLOURS } from './colours'
import { declaring, GLANCE_MEASURES, lightDark } from './glance-token-sheet'

/** What is no colour. Lengths are CSS lengths; the font is whatever the page around has. */
const MEASURES = {
  ...GLANCE_MEASURES,
  'font-size-title': '17px',
  'font-size-small': '13px',
  'space-1': '4px',
  'space-2': '8px',
  'space-3': '12px',
  'space-4': '16px',
  'space-5': '24px',
  'space-6': '32px',
  'radius-bubble': '16px',
  'radius-run': '4px',
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
} as const satisfies Record<string, string>

/** What each token is while a page sets nothing, by its name without `--chat-`. */
export function tokenDefaults(): Record<string, string> {
  const colours = Object.entries(COLOURS).map(([role, { light, dark }]) => [role, lightDark(light, dark)])
  return { ...Object.fromEntries(colours), ...MEASURES }
}

/** Every value of the look. */
export const tokenSheet = declaring(COLOURS, MEASURES)
