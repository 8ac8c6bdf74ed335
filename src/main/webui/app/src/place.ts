/** What the page's address asks for: a conversation, one with somebody, or neither. */
export type Place = { name: 'list' } | { name: 'conversation'; id: string } | { name: 'with'; userId: string }

export function placeOf(address: URL | Location): Place {
  const query = new URLSearchParams(address.search)
  const id = query.get('c')
  const userId = query.get('with')
  if (id) return { name: 'conversation', id }
  return userId ? { name: 'with', userId } : { name: 'list' }
}

/** The address of a place, below the page's own. */
export function addressOf(place: Place): string {
  switch (place.name) {
    case 'list':
      return '/chat/'
    case 'conversation':
      return `/chat/?${new URLSearchParams({ c: place.id })}`
    case 'with':
      return `/chat/?${new URLSearchParams({ with: place.userId })}`
  }
}
