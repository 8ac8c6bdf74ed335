/**
 * Arrow keys in a list that is one stop of the Tab key: moves the focus to another item, and says whether it did.
 * Home and End go to the ends.
 */
export function rove(event: KeyboardEvent, items: readonly HTMLElement[]): boolean {
  const current = items.findIndex(item => item.matches(':focus'))
  const target = items[indexAfter(event.key, current, items.length)]
  if (!target || event.ctrlKey || event.metaKey || event.altKey) return false
  event.preventDefault()
  for (const item of items) item.tabIndex = item === target ? 0 : -1
  target.focus()
  return true
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
