import { retryDelay } from './back-off'
import { ChatError, isTemporary, VoidAnswerError } from './errors'
import { pause } from './pause'
import type { ConversationView, PageView } from './protocol'
import type { PageRequest, Rest } from './rest'
import { knowPage } from './state/pages'
import { isBehind, unread } from './state/read'
import type { Loading, Thread } from './state/state'
import { failedToOpen, withoutThread, withThread } from './state/threads'
import type { Store } from './store'
import { MOST_MISSED, type Windows } from './windows'

/** A page, in messages. */
const PAGE = 50
/** What stands above the first unread message, so that one sees what it follows on. */
const CONTEXT = 10
/** A first page that begins with the unread ones is no larger; where there are more of them, it is the one around the first. */
const LARGEST_FIRST = 100
/** The service gives no larger page. */
const LARGEST_PAGE = 200

/** Where to open a conversation: with the message of this `seq` in the window. */
export interface Place {
  readonly seq: number
}

/** Loads the messages of conversations: a window at the newest or around one of them, what follows at its ends, and whatever was missed. */
export class History {
  readonly #catchingUp = new Set<string>()
  /** Counts what was loaded in a conversation, so that an answer knows that it was overtaken. */
  readonly #loads = new Map<string, number>()

  constructor(
    private readonly store: Store,
    private readonly rest: Rest,
    private readonly windows: Windows,
  ) {}

  async open(conversationId: string, place?: Place): Promise<void> {
    const thread = this.store.state.threads.get(conversationId)
    if (place) {
      if (!thread?.messages.some(message => message.seq === place.seq)) await this.#around(conversationId, place.seq)
    } else if (!thread || !this.#loads.has(conversationId) || failedToOpen(thread) || (thread.hasNewer && thread.loading !== 'window')) {
      await this.#fromUnread(conversationId)
    }
  }

  /** The newest page in place of what is held. */
  async latest(conversationId: string): Promise<void> {
    if (!this.store.state.threads.get(conversationId)?.hasNewer) return
    await this.#load(conversationId, 'window', () => this.rest.page(conversationId, { limit: PAGE }))
  }

  /** Loads the page before the oldest message held. */
  async older(conversationId: string): Promise<void> {
    const thread = this.store.state.threads.get(conversationId)
    const before = thread?.messages[0]?.seq
    if (before === undefined || thread?.loading || !thread?.hasOlder) return
    await this.#load(conversationId, 'older', () => this.rest.page(conversationId, { limit: PAGE, before }))
  }

  /** Loads the page after the newest message held, where it is not the conversation's. */
  async newer(conversationId: string): Promise<void> {
    const thread = this.store.state.threads.get(conversationId)
    const after = thread?.messages.at(-1)?.seq
    if (after === undefined || thread?.loading || !thread?.hasNewer) return
    await this.#load(conversationId, 'newer', () => this.rest.page(conversationId, { limit: PAGE, after }))
  }

  /**
   * Reads on from the newest message held until nothing is newer. Where very much was missed the window ends before it,
   * or, when nobody looks at it, goes: a long absence must not be paid for by reading all of it.
   */
  async catchUp(conversationId: string): Promise<void> {
    const thread = this.store.state.threads.get(conversationId)
    if (!thread || thread.loading === 'window' || thread.hasNewer || failedToOpen(thread) || this.#catchingUp.has(conversationId)) return
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

  #missed(conversationId: string): number {
    const { threads, conversations } = this.store.state
    return (conversations.get(conversationId)?.lastSeq ?? 0) - (threads.get(conversationId)?.messages.at(-1)?.seq ?? 0)
  }

  /** Says whether there is more to read. */
  async #readOn(conversationId: string): Promise<boolean> {
    const thread = this.store.state.threads.get(conversationId)
    if (!thread || thread.hasNewer) return false
    if (this.#missed(conversationId) > MOST_MISSED) {
      // Who looks at it goes on from where it ends, as from any place in the past.
      const shown = this.windows.isShown(conversationId)
      this.store.update(state => (shown ? withThread(state, conversationId, { hasNewer: true }) : withoutThread(state, conversationId)))
      return false
    }
    const after = thread.messages.at(-1)?.seq ?? 0
    const page = await this.rest.page(conversationId, { limit: LARGEST_PAGE, after })
    // It goes on following the conversation, however much more there is: that is read next.
    this.store.update(state => {
      const follows = state.threads.get(conversationId)?.hasNewer === false
      const known = knowPage(state, page, 'newer')
      return follows ? withThread(known, conversationId, { hasNewer: false }) : known
    })
    return page.messages.length > 0 && (page.hasNewer || isBehind(this.store.state, conversationId))
  }

  #around(conversationId: string, seq: number): Promise<void> {
    return this.#load(conversationId, 'window', () => this.rest.page(conversationId, { limit: PAGE, around: seq }))
  }

  /** From where I stopped reading, with a little before it; the newest page when that holds all of it. */
  #fromUnread(conversationId: string): Promise<void> {
    const known = this.store.state.conversations.get(conversationId)
    const first = unreadPage(known ? unread(this.store.state, known) : 0, known?.lastSeq ?? 0)
    return this.#load(conversationId, 'window', async () => {
      const page = await this.rest.page(conversationId, first)
      // A conversation that was not known before tells only now how much of it is unread.
      const { conversation } = page
      return known || holdsUnread(page) ? page : this.rest.page(conversationId, unreadPage(conversation.unread, conversation.lastSeq))
    })
  }

  async #load(conversationId: string, loading: Loading, read: () => Promise<PageView>): Promise<void> {
    const turn = (this.#loads.get(conversationId) ?? 0) + 1
    this.#loads.set(conversationId, turn)
    this.#mark(conversationId, { loading, failed: undefined })
    try {
      const page = await read()
      if (turn !== this.#loads.get(conversationId)) return
      this.store.update(state => withThread(knowPage(state, page, loading), conversationId, { loading: undefined }))
    } catch (error) {
      // The thread that asked is gone; one of the same name may be loading by now.
      if (error instanceof VoidAnswerError || turn !== this.#loads.get(conversationId)) return
      // Whatever the service refuses for good, be it a malformed id, it will refuse again.
      const missing = error instanceof ChatError && !error.temporary
      this.#mark(conversationId, { loading: undefined, failed: missing ? 'missing' : loading })
    }
  }

  #mark(conversationId: string, change: Partial<Thread>): void {
    this.store.update(state => withThread(state, conversationId, change))
  }
}

function unreadPage(unread: number, lastSeq: number): PageRequest {
  if (unread + CONTEXT <= LARGEST_FIRST) return { limit: Math.max(PAGE, unread + CONTEXT) }
  return { limit: PAGE, around: lastSeq - unread + 1 }
}

function holdsUnread({ conversation, messages }: PageView): boolean {
  const { unread, lastSeq }: ConversationView = conversation
  return unread === 0 || (messages[0]?.seq ?? 0) <= lastSeq - unread + 1
}
