import { focusedIn } from './focus'

/**
 * Arrow keys in a list that is one stop of the Tab key: moves the focus to another item, and says whether it did.
 * Home and End go to the ends.
 */
export function rove(event: KeyboardEvent, items: readonly HTMLElement[]): boolean {
  const focused = focusedOf(items)
  const current = focused ? items.indexOf(focused) : -1
  const target = items[indexAfter(event.key, current, items.length)]
  if (!target || event.ctrlKey || event.metaKey || event.altKey) return false
  event.preventDefault()
  stopAt(target, items)
  target.focus()
  return true
}

/** The item that has the focus. */
export function focusedOf(items: readonly HTMLElement[]): HTMLElement | undefined {
  const focused = items[0] && focusedIn(items[0].getRootNode())
  return items.find(item => item === focused)
}

/** Keeps the list one stop of the Tab key after items came and went: where it was, or else at `otherwise`. */
export function keepOneStop(items: readonly HTMLElement[], otherwise: HTMLElement | undefined): void {
  const stops = items.filter(item => item.tabIndex === 0)
  if (stops.length !== 1 && otherwise) stopAt(otherwise, items)
}

/** Puts the focus on an item, wherever it is scrolled to, and has the Tab key stop there. */
export function focusOn(item: HTMLElement, items: readonly HTMLElement[]): void {
  stopAt(item, items)
  item.focus({ preventScroll: true })
}

export function stopAt(stop: HTMLElement, items: readonly HTMLElement[]): void {
  for (const item of items) item.tabIndex = item === stop ? 0 : -1
}

/**
 * The keys of a field with a list below it: arrows move through the list, Enter and Space choose where the focus is.
 * What Enter means in the field itself is `enter`'s to say.
 */
export function rowKeys(event: KeyboardEvent, field: HTMLElement, rows: readonly HTMLElement[], enter: () => void): void {
  if (event.isComposing || event.keyCode === 229) return
  const row = focusedOf(rows)
  const inField = event.target === field
  if (event.key === 'Enter' ? row || inField : row && event.key === ' ') {
    // A choice moves the focus on, and the stroke must not become a line break there.
    event.preventDefault()
    if (row) row.click()
    else enter()
  } else if (row || (inField && event.key === 'ArrowDown')) rove(event, rows)
}

function indexAfter(key: string, current: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, count - 1)
    case 'ArrowUp':
      return Math.max(current - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return -1
  }
}
