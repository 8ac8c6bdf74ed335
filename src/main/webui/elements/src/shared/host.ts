import { toUnicode } from 'punycode/'

/**
 * Where a link leads, for a host with letters beyond ASCII: as people read it and as the network does, because letters
 * of two scripts may look the same.
 */
export function hostShown(href: string): string | undefined {
  const { hostname } = new URL(href)
  return hostname.includes('xn--') ? `${readable(hostname)} = ${hostname}` : undefined
}

function readable(hostname: string): string {
  try {
    return toUnicode(hostname)
  } catch {
    return hostname
  }
}
