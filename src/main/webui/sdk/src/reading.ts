import type { History, Place } from './history'
import type { Keeping } from './kept/keeping'
import type { Pages } from './kept/pages'
import type { Rest } from './rest'
import { withThread } from './state/threads'
import type { Store } from './store'
import type { Windows } from './windows'

/** What loads and keeps messages. */
interface Code {
  readonly history: History
  readonly pages: Pages
}

/** Opens conversations. The code that loads and keeps messages is loaded itself with the first one. */
export class Reading {
  #code: Code | undefined

  constructor(
    private readonly store: Store,
    private readonly rest: Rest,
    private readonly windows: Windows,
    private readonly keeping: Pick<Keeping, 'keepPages'>,
    private readonly load = () => import('./opened'),
  ) {}

  /** Nothing as long as no conversation has been opened. */
  get history(): History | undefined {
    return this.#code?.history
  }

  async open(conversationId: string, place?: Place): Promise<void> {
    const code = this.#code ?? (await this.#codeFor(conversationId))
    await code?.pages.open(conversationId, place?.seq, code.history.open(conversationId, place))
  }

  /** Loads the code for this conversation; nothing when it does not come, or nobody wants it any more: they may have signed out. */
  async #codeFor(conversationId: string): Promise<Code | undefined> {
    this.store.update(state => withThread(state, conversationId, { loading: 'window', failed: undefined }))
    const wanted = () => this.store.state.threads.has(conversationId)
    try {
      const { History, Pages } = await this.load()
      this.#code ??= { history: new History(this.store, this.rest, this.windows), pages: this.keeping.keepPages(Pages) }
      return wanted() ? this.#code : undefined
    } catch {
      if (wanted()) this.store.update(state => withThread(state, conversationId, { loading: undefined, failed: 'window' }))
      return undefined
    }
  }
}
