type Listeners = Readonly<Record<string, () => void>>

/** Listens to what the browser tells of this page, by the names of the events. Returns what ends that. Outside a browser there is nothing to listen to. */
export function onPage(ofWindow: Listeners, ofDocument: Listeners): () => void {
  if (typeof window === 'undefined') return () => {}
  const listening = new AbortController()
  const listen = (target: EventTarget, listeners: Listeners) => {
    for (const [name, act] of Object.entries(listeners)) target.addEventListener(name, act, listening)
  }
  listen(window, ofWindow)
  listen(document, ofDocument)
  return () => listening.abort()
}
