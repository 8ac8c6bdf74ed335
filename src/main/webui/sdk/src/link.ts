/**
 * The query of the `rel="next"` target in a `Link` header (RFC 8288), if there is one. Only the query: behind
 * a proxy the rest may name a host that the page cannot reach, and the token must never go to another one.
 */
export function nextPage(header: string | null): string | undefined {
  return /<[^>?]*(\?[^>]*)>\s*;[^,]*\brel="?next"?/.exec(header ?? '')?.[1]
}
