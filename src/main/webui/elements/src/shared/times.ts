import { LOCALE } from './locale'

const CLOCK = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short' })
const WEEKDAY = new Intl.DateTimeFormat(LOCALE, { weekday: 'short' })
const DAY = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' })
const DAY_OF_YEAR = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' })
const LONG_DAY = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long' })
const LONG_DAY_OF_YEAR = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const FULL = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full', timeStyle: 'short' })
const RELATIVE = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' })

/** The time of day. */
export function clock(time: string): string {
  return CLOCK.format(new Date(time))
}

/** Day and time in full. */
export function fullTime(time: string): string {
  return FULL.format(new Date(time))
}

/** How soon something is, at least a second: "in 3 seconds", "in 2 minutes". */
export function until(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  return seconds < 60 ? RELATIVE.format(seconds, 'second') : RELATIVE.format(Math.ceil(seconds / 60), 'minute')
}

/** As short as the distance allows: a time today, a weekday this week, a date before. */
export function shortTime(time: string, now = new Date()): string {
  const date = new Date(time)
  const days = daysBetween(date, now)
  if (days <= 0) return CLOCK.format(date)
  if (days < 7) return days === 1 ? 'Yesterday' : WEEKDAY.format(date)
  return (date.getFullYear() === now.getFullYear() ? DAY : DAY_OF_YEAR).format(date)
}

/** The name of a day: "Today", "Tuesday, 3 March", or with its year when that is another one. */
export function dayName(time: string, now = new Date()): string {
  const date = new Date(time)
  const days = daysBetween(date, now)
  if (days === 0 || days === 1) return days === 0 ? 'Today' : 'Yesterday'
  return (date.getFullYear() === now.getFullYear() ? LONG_DAY : LONG_DAY_OF_YEAR).format(date)
}

/** How long ago, in the largest fitting unit: "5 minutes ago". */
export function ago(time: string, now = new Date()): string {
  const minutes = Math.round((now.getTime() - Date.parse(time)) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return RELATIVE.format(-minutes, 'minute')
  if (minutes < 24 * 60) return RELATIVE.format(-Math.round(minutes / 60), 'hour')
  const days = daysBetween(new Date(time), now)
  if (days < 31) return RELATIVE.format(-days, 'day')
  return days < 365 ? RELATIVE.format(-Math.round(days / 30.4), 'month') : RELATIVE.format(-Math.round(days / 365), 'year')
}

/** Whether two times are on the same day, where the reader is. */
export function sameDay(a: string, b: string): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}

function daysBetween(date: Date, now: Date): number {
  return Math.round((midnight(now) - midnight(date)) / 86_400_000)
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
