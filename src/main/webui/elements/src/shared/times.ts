import { perLocale } from '../words/locale'
import { words } from '../words/words'
import { daysBetween, RELATIVE } from './ago'

const FORMATS = perLocale(locale => {
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options)
  return {
    clock: dates({ timeStyle: 'short' }),
    weekday: dates({ weekday: 'short' }),
    day: dates({ day: 'numeric', month: 'short' }),
    dayOfYear: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
    longDay: dates({ weekday: 'long', day: 'numeric', month: 'long' }),
    longDayOfYear: dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    full: dates({ dateStyle: 'full', timeStyle: 'short' }),
  }
})

/** The time of day. */
export function clock(time: string): string {
  return FORMATS().clock.format(new Date(time))
}

/** Day and time in full. */
export function fullTime(time: string): string {
  return FORMATS().full.format(new Date(time))
}

/** How soon something is, at least a second: "in 3 seconds", "in 2 minutes". */
export function until(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  return seconds < 60 ? RELATIVE().format(seconds, 'second') : RELATIVE().format(Math.ceil(seconds / 60), 'minute')
}

/** As short as the distance allows: a time today, a weekday this week, a date before. */
export function shortTime(time: string, now = new Date()): string {
  const date = new Date(time)
  const days = daysBetween(date, now)
  if (days <= 0) return FORMATS().clock.format(date)
  if (days < 7) return days === 1 ? words().yesterday : FORMATS().weekday.format(date)
  return (date.getFullYear() === now.getFullYear() ? FORMATS().day : FORMATS().dayOfYear).format(date)
}

/** The name of a day: "Today", "Tuesday, 3 March", or with its year when that is another one. */
export function dayName(time: string, now = new Date()): string {
  const date = new Date(time)
  const days = daysBetween(date, now)
  if (days === 0 || days === 1) return days === 0 ? words().today : words().yesterday
  return (date.getFullYear() === now.getFullYear() ? FORMATS().longDay : FORMATS().longDayOfYear).format(date)
}
