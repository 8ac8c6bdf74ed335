/** Whether somebody has the page before them. */
export function isLookedAt(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus()
}

/** The highest `seq` that somebody who looks at the page has in view, or nothing when nobody looks. */
export function lastSeen(scroller: HTMLElement, messages: readonly HTMLElement[]): number | undefined {
  if (!isLookedAt()) return undefined
  const bottom = scroller.getBoundingClientRect().bottom
  if (bottom === 0) return undefined
  const seen = messages.findLast(message => message.dataset['seq'] !== undefined && endsAbove(message, bottom))
  return seen && Number(seen.dataset['seq'])
}

/** Half of a line may be cut off; of a message taller than the page the beginning is enough. */
function endsAbove(message: HTMLElement, bottom: number): boolean {
  const rect = message.getBoundingClientRect()
  return rect.bottom <= bottom + 12 || (rect.height > bottom && rect.top < bottom / 2)
}
