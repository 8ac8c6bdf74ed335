import { retryDelay } from './back-off'
import { isTemporary } from './errors'
import type { Line } from './line'
import { pause } from './pause'
import type { ConversationView, PageView } from './protocol'
import type { ListPage, Rest } from './rest'
import { knowConversations } from './state/conversations'
import type { ListState } from './state/state'
import type { Store } from './store'

/** Loads the list of conversations, and single ones that an event speaks of. */
export class Inbox {
  readonly #fetching = new Set<string>()
  /** The highest version that events have told of conversations that are being fetched. */
  readonly #told = new Map<string, number>()
  /** Counts the refreshes, so that one that waits for another try knows that it was overtaken. */
  #refreshes = 0

  constructor(
    private readonly store: Store,
    private readonly rest: Rest,
    private readonly line: Line,
  ) {}

  /** Loads the newest page. It tries until it succeeds, another refresh takes over, or the connection is lost: the next one loads it anyway. */
  async refresh(): Promise<void> {
    const current = ++this.#refreshes
    this.#become({ name: 'loading' })
    for (let failures = 0; current === this.#refreshes; failures++) {
      try {
        return this.#know(await this.rest.conversations())
      } catch (error) {
        if (current !== this.#refreshes) return
        this.#become({ name: 'failed' })
        if (!isTemporary(error)) return
        await pause(retryDelay(error, failures))
        if (this.line.state.name !== 'connected') return
      }
    }
  }

  /** Loads the next page of older ones, if there are any. */
  async more(): Promise<void> {
    const { list } = this.store.state
    if (list.name !== 'ready' || list.next === undefined) return
    const { next } = list
    await this.#once(next, async () => this.#know(await this.rest.conversations(next)))
  }

  /**
   * Loads one that is not in the list yet, as it is at `version` or later. The state takes no event of it until it is
   * known, so it is loaded anew when the answer is older than the newest event that came meanwhile.
   */
  async fetch(conversationId: string, version: number): Promise<void> {
    this.#told.set(conversationId, Math.max(version, this.#told.get(conversationId) ?? 0))
    await this.#once(conversationId, async () => {
      let page: PageView
      do page = await this.rest.page(conversationId, { limit: 1 })
      while (page.conversation.version < this.#told.get(conversationId)!)
      this.#told.delete(conversationId)
      const { conversation } = page
      this.store.update(state => knowConversations(state, [conversation]))
    })
  }

  #know(page: ListPage<ConversationView>): void {
    this.store.update(state => ({ ...knowConversations(state, page.items), list: { name: 'ready', next: page.next } }))
  }

  /** A list that is there stays, whatever becomes of the one that is to take its place. */
  #become(list: ListState): void {
    this.store.update(state => (state.list.name === 'ready' ? state : { ...state, list }))
  }

  /** One request at a time for the same thing. A failure is made up for by the next event or reconnect. */
  async #once(key: string, load: () => Promise<void>): Promise<void> {
    if (this.#fetching.has(key)) return
    this.#fetching.add(key)
    await load().catch(() => {})
    this.#fetching.delete(key)
  }
}
