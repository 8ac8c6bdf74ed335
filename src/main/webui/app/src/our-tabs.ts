const LOOKED_AT = 'eplatform-chat.looked-at'
const NOTIFIER = 'eplatform-chat.notifier'

/**
 * What the tabs of this page know of each other, by Web Locks: they need no messages, and the lock of a tab that
 * crashes is free at once. The one that holds the notifier's lock tells of new messages; each that somebody looks at
 * holds a share of another. Without Web Locks each tab stands for itself.
 */
export class OurTabs {
  #notifies = false
  #endNotifying = () => {}
  #lookAway = () => {}

  constructor(private readonly locks: LockManager | undefined = navigator.locks) {
    this.#come()
    window.addEventListener('focus', () => this.#look())
    window.addEventListener('blur', () => this.#look())
    // A page that the browser puts away must hold nothing; it may come back.
    window.addEventListener('pagehide', () => this.#go())
    window.addEventListener('pageshow', event => event.persisted && this.#come())
  }

  /** Whether it is for this tab to tell of what nobody looks at. */
  get notifies(): boolean {
    return this.#notifies
  }

  /** Whether somebody looks at any tab of ours. */
  async lookedAt(): Promise<boolean> {
    if (document.hasFocus()) return true
    const held = (await this.locks?.query())?.held ?? []
    return held.some(({ name }) => name === LOOKED_AT)
  }

  #come(): void {
    this.#notifies = !this.locks
    this.#endNotifying = this.#hold(NOTIFIER, 'exclusive', () => (this.#notifies = true))
    this.#look()
  }

  #go(): void {
    this.#notifies = false
    this.#endNotifying()
    this.#lookAway()
  }

  #look(): void {
    this.#lookAway()
    this.#lookAway = document.hasFocus() ? this.#hold(LOOKED_AT, 'shared', () => {}) : () => {}
  }

  /** Asks for a lock, and gives what ends holding it or waiting for it. */
  #hold(name: string, mode: LockMode, held: () => void): () => void {
    const end = new AbortController()
    const ended = new Promise<void>(resolve => end.signal.addEventListener('abort', () => resolve()))
    const hold = () => {
      if (end.signal.aborted) return
      held()
      return ended
    }
    this.locks?.request(name, { mode, signal: end.signal }, hold).catch(() => {})
    return () => end.abort()
  }
}
