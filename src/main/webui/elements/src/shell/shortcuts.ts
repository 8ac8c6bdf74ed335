/** What the keys of the page do, wherever the focus is. */
export type Shortcut = 'search' | 'next' | 'previous' | 'nextUnread' | 'previousUnread' | 'nextPane' | 'previousPane' | 'help'

/** The shortcut of a key stroke, if it is one: none is a letter alone, which belongs to what somebody writes (WCAG 2.1.4). */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  const { key, altKey, shiftKey } = event
  const control = event.ctrlKey || event.metaKey
  if (key === 'F6' && !altKey && !control) return shiftKey ? 'previousPane' : 'nextPane'
  if (control && !altKey && !shiftKey && key.toLowerCase() === 'k') return 'search'
  // On some keyboards the slash needs Shift.
  if (control && !altKey && key === '/') return 'help'
  if (altKey && !control && key === 'ArrowDown') return shiftKey ? 'nextUnread' : 'next'
  if (altKey && !control && key === 'ArrowUp') return shiftKey ? 'previousUnread' : 'previous'
  return undefined
}
