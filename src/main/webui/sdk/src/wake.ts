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
  window.addEventListener('online', wake)
  window.addEventListener('pageshow', wake)
  window.addEventListener('offline', doze)
  document.addEventListener('visibilitychange', whenVisible)
  return () => {
    window.removeEventListener('online', wake)
    window.removeEventListener('pageshow', wake)
    window.removeEventListener('offline', doze)
    document.removeEventListener('visibilitychange', whenVisible)
  }
}

export function isVisible(): boolean {
  return typeof document === 'undefined' || document.visibilityState === 'visible'
}

/** Whether the browser says that it has no network. It may be wrong: a hint, and no proof. */
export function seemsOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false
}
