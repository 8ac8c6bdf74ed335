import { html, type TemplateResult } from 'lit'

const ADDRESS = /https?:\/\/[^\s<>"]+/gi
/** Belongs to the sentence around an address, not to the address. */
const TRAILING = /[.,:;!?'")\]}]+$/

/** A text with its web addresses as links. No HTML is parsed: what is not an address stays a text node. */
export function linked(text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = []
  let end = 0
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, '')
    parts.push(text.slice(end, match.index), link(address))
    end = match.index + address.length
  }
  return [...parts, text.slice(end)]
}

function link(address: string): TemplateResult | string {
  if (!URL.canParse(address)) return address
  return html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow">${address}</a>`
}
