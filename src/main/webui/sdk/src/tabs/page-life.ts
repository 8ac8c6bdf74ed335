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
  const targets = [
    [window, 'pagehide', leave],
    [document, 'freeze', leave],
    [window, 'pageshow', comeBack],
    [document, 'resume', comeBack],
  ] as const
  for (const [target, type, listener] of targets) target.addEventListener(type, listener)
  return () => targets.forEach(([target, type, listener]) => target.removeEventListener(type, listener))
}
