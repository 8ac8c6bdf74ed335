import { glance } from '../words/choice'
import { perLocale } from '../words/locale'

export const RELATIVE = perLocale(locale => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))

/** How long ago, in the largest fitting unit: "5 minutes ago". */
export function ago(time: string, now = new Date()): string {
  const minutes = Math.round((now.getTime() - Date.parse(time)) / 60_000)
  if (minutes < 1) return glance().justNow
  if (minutes < 60) return RELATIVE().format(-minutes, 'minute')
  if (minutes < 24 * 60) return RELATIVE().format(-Math.round(minutes / 60), 'hour')
  const days = daysBetween(new Date(time), now)
  if (days < 31) return RELATIVE().format(-days, 'day')
  return days < 365 ? RELATIVE().format(-Math.round(days / 30.4), 'month') : RELATIVE().format(-Math.round(days / 365), 'year')
}

/** How many midnights lie between two times, where the reader is. */
export function daysBetween(date: Date, now: Date): number {
  return Math.round((midnight(now) - midnight(date)) / 86_400_000)
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
