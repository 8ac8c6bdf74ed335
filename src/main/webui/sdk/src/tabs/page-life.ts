/**
 * Calls `away` before this page stops running, be it for good, be it to be kept for the way back (bfcache) or frozen, and `back`
 * when it runs again. Returns what ends that.
 */
export function onPageLife(away: () => void, back: () => void): () => void {
  if (typeof window === 'undefined') return () => {}
  let isAway = false
  const leave = () => {
    if (!isAway) away()
    isAway = true
  }
  const comeBack = () => {
    if (isAway) back()
    isAway = false
  }
  const listening = new AbortController()
  window.addEventListener('pagehide', leave, listening)
  document.addEventListener('freeze', leave, listening)
  window.addEventListener('pageshow', comeBack, listening)
  document.addEventListener('resume', comeBack, listening)
  return () => listening.abort()
}
