import { perLocale } from './locale'

const FORMAT = perLocale(locale => new Intl.NumberFormat(locale))

/** A number in the digits and with the separators of the present language. */
export function number(value: number): string {
  return FORMAT().format(value)
}

/** A count where there is little room: what is more than 99 is 99+. */
export function shortCount(count: number): string {
  return count > 99 ? `${number(99)}+` : number(count)
}
