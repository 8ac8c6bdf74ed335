/**
 * Calls `wake` when waiting longer has become pointless: the network is back, or somebody looks at the page again.
 * Returns what stops it. Outside a browser there is nothing to listen to.
 */
export function onWake(wake: () => void): () => void {
  if (typeof window === 'undefined') return () => {}
  const whenVisible = () => {
    if (document.visibilityState === 'visible') wake()
  }
  window.addEventListener('online', wake)
  window.addEventListener('pageshow', wake)
  document.addEventListener('visibilitychange', whenVisible)
  return () => {
    window.removeEventListener('online', wake)
    window.removeEventListener('pageshow', wake)
    document.removeEventListener('visibilitychange', whenVisible)
  }
}
