import { onPage } from '../page-events'

/**
 * Calls `away` before this page stops running, be it for good, be it to be kept for the way back (bfcache) or frozen, and `back`
 * when it runs again. Returns what ends that.
 */
export function onPageLife(away: () => void, back: () => void): () => void {
  let isAway = false
  const leave = () => {
    if (!isAway) away()
    isAway = true
  }
  const comeBack = () => {
    if (isAway) back()
    isAway = false
  }
  return onPage({ pagehide: leave, pageshow: comeBack }, { freeze: leave, resume: comeBack })
}
