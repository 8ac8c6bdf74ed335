import { find } from 'linkifyjs'
import { hostShown } from './host'

/** The characters that turn the direction of what follows: none is ever part of an address, and they would disguise it. */
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/
/** What somebody meant as an address. "notes.md" has a top-level domain at its end, and is none. */
const MEANT = /^(?:https?:\/\/|www\.|mailto:)/i
/** A telephone number (RFC 3966), which linkify does not know. */
const NUMBER = /\btel:\+?\d[\d().-]{2,31}/gi
const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** A part of a text that leads somewhere. */
export interface Link {
  /** As it is written. */
  address: string
  href: string
  /** Where it leads, if that may be taken for another place. */
  host: string | undefined
}

/** The parts of a text, its web, mail and telephone addresses as links. No HTML is parsed: what is not an address stays text. */
export function linked(text: string): (string | Link)[] {
  const parts: (string | Link)[] = []
  let end = 0
  for (const { start, stop, address, href } of addresses(text)) {
    parts.push(text.slice(end, start), { address, href, host: hostShown(href) })
    end = stop
  }
  return [...parts, text.slice(end)]
}

interface Address {
  start: number
  stop: number
  address: string
  href: string
}

function addresses(text: string): Address[] {
  const found: Address[] = []
  let offset = 0
  for (const straight of text.split(TURNS)) {
    for (const { type, value, href, start, end } of find(straight, { defaultProtocol: 'https' })) {
      const meant = type === 'email' || MEANT.test(value)
      if (meant && leads(href)) found.push({ start: offset + start, stop: offset + end, address: value, href })
    }
    offset += straight.length + 1
  }
  return [...found, ...numbers(text, found)].sort((a, b) => a.start - b.start)
}

/** Those that are not a part of another address. */
function numbers(text: string, found: readonly Address[]): Address[] {
  return [...text.matchAll(NUMBER)]
    .map(({ 0: address, index: start }) => ({ start, stop: start + address.length, address, href: address }))
    .filter(number => !found.some(other => number.start < other.stop && other.start < number.stop))
}

function leads(href: string): boolean {
  return URL.canParse(href) && PROTOCOLS.has(new URL(href).protocol)
}
