/** After a composition has ended, an Enter this soon still belongs to it, in milliseconds. */
const ECHO_MS = 100

/**
 * Decides whether a key stroke sends. Enter does, unless it only takes over what an input method offers: most
 * browsers say so by `isComposing`, some only by key code 229, and Safari ends the composition before the stroke comes.
 */
export class SendKey {
  #endedAt = Number.NEGATIVE_INFINITY

  compositionEnded(event: Event): void {
    this.#endedAt = event.timeStamp
  }

  sends(event: KeyboardEvent): boolean {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey) return false
    if (event.isComposing || event.keyCode === 229) return false
    return event.timeStamp - this.#endedAt > ECHO_MS
  }
}
