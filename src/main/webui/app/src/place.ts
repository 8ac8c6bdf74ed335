/** What the page's address asks for: a conversation, perhaps at one of its messages, one with somebody, or neither. */
export type Place = { name: 'list' } | { name: 'conversation'; id: string; seq?: number } | { name: 'with'; userId: string }

export function placeOf(address: URL | Location): Place {
  const query = new URLSearchParams(address.search)
  const id = query.get('c')
  const userId = query.get('with')
  const seq = Number(query.get('m') ?? 0)
  if (id) return { name: 'conversation', id, ...(Number.isSafeInteger(seq) && seq > 0 && { seq }) }
  return userId ? { name: 'with', userId } : { name: 'list' }
}

/** The address of a place, below the page's own. */
export function addressOf(place: Place): string {
  switch (place.name) {
    case 'list':
      return '/chat/'
    case 'conversation':
      return `/chat/?${new URLSearchParams({ c: place.id, ...(place.seq !== undefined && { m: String(place.seq) }) })}`
    case 'with':
      return `/chat/?${new URLSearchParams({ with: place.userId })}`
  }
}
