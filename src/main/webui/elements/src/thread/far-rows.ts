/** So many messages are on the page, and a page of them more. */
const WINDOW = 300
const PAGE = 50
/** Nothing is dropped nearer to what is in view, in heights of it: what is nearer is loaded again at once. */
const SCREENS_AWAY = 3

/** What to drop of a window that has grown large. */
export interface Drop {
  end: 'oldest' | 'newest'
  count: number
}

/** Whether more messages are on the page than a window and a page of them. */
export function isLarge(count: number): boolean {
  return count >= WINDOW + PAGE
}

/**
 * Chooses what goes when more than a window is on the page: whole pages from the end that is further away, and nothing
 * that is near, focused or selected.
 */
export function farRows(scroller: HTMLElement, stored: readonly HTMLElement[]): Drop | undefined {
  const pages = Math.floor((stored.length - WINDOW) / PAGE)
  if (pages < 1) return undefined
  const below = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight
  const end = scroller.scrollTop >= below ? 'oldest' : 'newest'
  const rows = end === 'oldest' ? stored.slice(0, pages * PAGE) : stored.slice(-pages * PAGE)
  if (isNear(scroller, end === 'oldest' ? rows.at(-1)! : rows[0]!, end) || isInUse(scroller.getRootNode(), rows)) return undefined
  return { end, count: rows.length }
}

function isNear(scroller: HTMLElement, inner: HTMLElement, end: Drop['end']): boolean {
  const view = scroller.getBoundingClientRect()
  const row = inner.getBoundingClientRect()
  const distance = end === 'oldest' ? view.top - row.bottom : row.top - view.bottom
  return distance < SCREENS_AWAY * view.height
}

function isInUse(root: Node, rows: readonly HTMLElement[]): boolean {
  const focused = root instanceof ShadowRoot ? root.activeElement : null
  const selected = selectionIn(root)
  return rows.some(row => row.contains(focused) || selected?.intersectsNode(row))
}

/** What somebody has selected in a shadow root, as far as the browser tells. */
function selectionIn(root: Node): Range | undefined {
  const selection = document.getSelection()
  if (!selection || !(root instanceof ShadowRoot)) return undefined
  const range = selection.getComposedRanges?.({ shadowRoots: [root] })[0] ?? (selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined)
  if (!range || (range.startContainer === range.endContainer && range.startOffset === range.endOffset)) return undefined
  const live = document.createRange()
  live.setStart(range.startContainer, range.startOffset)
  live.setEnd(range.endContainer, range.endOffset)
  return live
}
