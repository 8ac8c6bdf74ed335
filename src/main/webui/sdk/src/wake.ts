import { onPage } from './page-events'

/**
 * Calls `wake` when waiting longer has become pointless: the network is back, or somebody looks at the page again;
 * and `doze` when trying has become so: the network is away.
 * Returns what stops it.
 */
export function onWake(wake: () => void, doze: () => void = () => {}): () => void {
  return onPage({ online: wake, pageshow: wake, offline: doze }, { visibilitychange: () => isVisible() && wake() })
}

export function isVisible(): boolean {
  return typeof document === 'undefined' || document.visibilityState === 'visible'
}

/** Whether the browser says that it has no network. It may be wrong: a hint, and no proof. */
export function seemsOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false
}
