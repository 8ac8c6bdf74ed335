/**
 * Calls `wake` when waiting longer has become pointless: the network is back, or somebody looks at the page again;
 * and `doze` when trying has become so: the network is away.
 * Returns what stops it. Outside a browser there is nothing to listen to.
 */
export function onWake(wake: () => void, doze: () => void = () => {}): () => void {
  if (typeof window === 'undefined') return () => {}
  const whenVisible = () => {
    if (isVisible()) wake()
  }
  const listening = new AbortController()
  window.addEventListener('online', wake, listening)
  window.addEventListener('pageshow', wake, listening)
  window.addEventListener('offline', doze, listening)
  document.addEventListener('visibilitychange', whenVisible, listening)
  return () => listening.abort()
}

export function isVisible(): boolean {
  return typeof document === 'undefined' || document.visibilityState === 'visible'
}

/** Whether the browser says that it has no network. It may be wrong: a hint, and no proof. */
export function seemsOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false
}
