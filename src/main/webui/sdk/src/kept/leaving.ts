import { onPage } from '../page-events'
import { isVisible } from '../wake'

/**
 * Calls `leave` when this may be the last that the page can do: phones end hidden pages without another word.
 * Returns what stops it.
 */
export function onLeaving(leave: () => void): () => void {
  return onPage({ pagehide: leave }, { visibilitychange: () => isVisible() || leave() })
}
