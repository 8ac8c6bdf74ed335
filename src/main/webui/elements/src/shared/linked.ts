import { html, type TemplateResult } from 'lit'

/** Without the characters that turn the direction of what follows: none of them is ever part of an address, and they would disguise it. */
const ADDRESS = /https?:\/\/[^\s<>"\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gi
/** Belongs to the sentence around an address, not to the address. */
const TRAILING = '.,:;!?\'")]}'

/** A text with its web addresses as links. No HTML is parsed: what is not an address stays a text node. */
export function linked(text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = []
  let end = 0
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTrailing(match[0])
    parts.push(text.slice(end, match.index), link(address))
    end = match.index + address.length
  }
  return [...parts, text.slice(end)]
}

/** By hand: a regular expression tries anew at every character of a long run, which takes seconds for 8,000 dots. */
function withoutTrailing(address: string): string {
  let end = address.length
  while (TRAILING.includes(address[end - 1]!)) end--
  return address.slice(0, end)
}

function link(address: string): TemplateResult | string {
  if (!URL.canParse(address)) return address
  // An address reads from left to right, whatever stands before it.
  return html`<a href=${address} dir="ltr" target="_blank" rel="noopener noreferrer nofollow">${address}</a>`
}
