import { retryDelay } from './back-off'
import { ChatError, isTemporary, VoidAnswerError } from './errors'
import { pause } from './pause'
import type { Rest } from './rest'
import { isBehind, unread } from './state/read'
import type { Thread } from './state/state'
import { knowPage, withThread } from './state/threads'
import type { Store } from './store'

const PAGE = 50

/** What stands above the first unread message, so that one sees what it follows on. */
const CONTEXT = 10
const LARGEST_PAGE = 200

/** Loads the messages of conversations: the newest page, older ones on demand, and whatever was missed. */
export class History {
  readonly #catchingUp = new Set<string>()

  constructor(
    private readonly store: Store,
    private readonly rest: Rest,
  ) {}

  /** Loads the newest page, unless it is here or on its way. */
  async open(conversationId: string): Promise<void> {
    const thread = this.store.state.threads.get(conversationId)
    if (thread && !failedToOpen(thread)) return
    await this.#load(conversationId, 'newest', { limit: this.#firstPage(conversationId) })
  }

  /** Loads the page before the oldest message held. */
  async older(conversationId: string): Promise<void> {
    const thread = this.store.state.threads.get(conversationId)
    const before = thread?.messages[0]?.seq
    if (before === undefined || thread?.loading || !thread?.hasOlder) return
    await this.#load(conversationId, 'older', { limit: PAGE, before })
  }

  /** After a reconnect: opens what could not be opened, and reads on where something is held. */
  async repair(conversationId: string): Promise<void> {
    const thread = this.store.state.threads.get(conversationId)
    if (thread) await (failedToOpen(thread) ? this.open(conversationId) : this.catchUp(conversationId))
  }

  /** Reads on from the newest message held until nothing is newer. */
  async catchUp(conversationId: string): Promise<void> {
    const thread = this.store.state.threads.get(conversationId)
    if (!thread || thread.loading === 'newest' || failedToOpen(thread) || this.#catchingUp.has(conversationId)) return
    this.#catchingUp.add(conversationId)
    try {
      for (let failures = 0, more = true; more; ) {
        try {
          more = await this.#readOn(conversationId)
          failures = 0
        } catch (error) {
          if (!isTemporary(error)) break
          await pause(retryDelay(error, ++failures))
        }
      }
    } finally {
      this.#catchingUp.delete(conversationId)
    }
  }

  /** Large enough to begin where I stopped reading, if that is possible. */
  #firstPage(conversationId: string): number {
    const conversation = this.store.state.conversations.get(conversationId)
    const wanted = conversation ? unread(this.store.state, conversation) + CONTEXT : 0
    return Math.min(LARGEST_PAGE, Math.max(PAGE, wanted))
  }

  /** Says whether there is more. */
  async #readOn(conversationId: string): Promise<boolean> {
    const thread = this.store.state.threads.get(conversationId)
    if (!thread) return false
    const after = thread.messages.at(-1)?.seq ?? 0
    const page = await this.rest.page(conversationId, { limit: LARGEST_PAGE, after })
    this.store.update(state => knowPage(state, page))
    return page.messages.length > 0 && (page.hasNewer || isBehind(this.store.state, conversationId))
  }

  async #load(conversationId: string, loading: 'newest' | 'older', request: { limit: number; before?: number }): Promise<void> {
    this.#mark(conversationId, { loading, failed: undefined })
    try {
      const page = await this.rest.page(conversationId, request)
      this.store.update(state => withThread(knowPage(state, page), conversationId, { loading: undefined }))
    } catch (error) {
      // The thread that asked is gone; one of the same name may be loading by now.
      if (error instanceof VoidAnswerError) return
      // Whatever the service refuses for good, be it a malformed id, it will refuse again.
      const missing = error instanceof ChatError && !error.temporary
      this.#mark(conversationId, { loading: undefined, failed: missing ? 'missing' : loading })
    }
  }

  #mark(conversationId: string, change: Partial<Thread>): void {
    this.store.update(state => withThread(state, conversationId, change))
  }
}

/** Whether there is nothing to read on from. A page of older ones that could not be loaded is no such thing. */
function failedToOpen({ failed }: Thread): boolean {
  return failed === 'newest' || failed === 'missing'
}
