/**
 * Calls `leave` when this may be the last that the page can do: phones end hidden pages without another word.
 * Returns what stops it.
 */
export function onLeaving(leave: () => void): () => void {
  if (typeof window === 'undefined') return () => {}
  const whenHidden = () => {
    if (document.visibilityState === 'hidden') leave()
  }
  const listening = new AbortController()
  window.addEventListener('pagehide', leave, listening)
  document.addEventListener('visibilitychange', whenHidden, listening)
  return () => listening.abort()
}
