import { atPage } from '../state/cursors'
import type { ChatState, Thread } from '../state/state'
import { withThread } from '../state/threads'
import type { Store } from '../store'
import type { Kept } from './kept'
import type { KeptPage } from './schema'

/** So many of the newest messages of a conversation are kept. */
const PAGE = 50
/** Pages of so many conversations are kept, those opened last. */
const MOST_PAGES = 50

/** Keeps the last page of each conversation that was opened, so that it opens without a network. */
export class Pages {
  readonly #openedAt = new Map<string, number>()

  constructor(
    private readonly store: Store,
    private readonly kept: Kept,
    /** Resolves when it is known whose pages are kept. */
    private readonly whenRestored: Promise<void>,
  ) {}

  /**
   * A conversation is being opened: until the service answers, what is kept of it is shown, if it holds the message of that
   * `seq`. When the service does not answer, that is no failure then.
   */
  async open(conversationId: string, seq: number | undefined, opening: Promise<void>): Promise<void> {
    if (!this.kept.possible) return opening
    void this.whenRestored.then(() => this.#show(conversationId, seq))
    await opening
    this.store.update(state => {
      const thread = state.threads.get(conversationId)
      return thread?.failed === 'window' && thread.messages.length > 0 ? withThread(state, conversationId, { failed: undefined }) : state
    })
  }

  /** Keeps what has changed since the state `before`. */
  keep(state: ChatState, before: ChatState | undefined): void {
    const changed = [...state.threads].filter(([id, thread]) => thread !== before?.threads.get(id) && endsAtNewest(state, id, thread))
    for (const [id, thread] of changed) this.#keepPage(state, id, thread)
    if (changed.length > 0) void this.#forgetOldest()
  }

  async #show(conversationId: string, seq: number | undefined): Promise<void> {
    this.#openedAt.set(conversationId, Date.now())
    const { me } = this.store.state
    const page = await this.kept.read(['pages'], pages => pages.get('pages', conversationId))
    if (!page || page.by !== me || (seq !== undefined && !page.messages.some(message => message.seq === seq))) return
    this.store.update(state => (state.me === me ? showPage(state, page) : state))
  }

  #keepPage(state: ChatState, conversationId: string, thread: Thread): void {
    const messages = thread.messages.slice(-PAGE)
    const hasOlder = thread.hasOlder || messages.length < thread.messages.length
    const { cursor } = state.conversations.get(conversationId)!
    const openedAt = this.#openedAt.get(conversationId) ?? Date.now()
    const page = { by: this.kept.me, conversationId, messages, hasOlder, cursor, openedAt }
    void this.kept.write(['pages'], changes => changes.put('pages', page))
  }

  async #forgetOldest(): Promise<void> {
    const ids = await this.kept.read(['pages'], pages => pages.pagesByOpening())
    if (ids && ids.length > MOST_PAGES) this.kept.dropPages(ids.slice(0, -MOST_PAGES))
  }
}

/** Whether the loaded messages are the conversation's newest, up to date. */
function endsAtNewest({ conversations }: ChatState, id: string, { messages, hasNewer, loading }: Thread): boolean {
  const conversation = conversations.get(id)
  return conversation !== undefined && messages.length > 0 && !hasNewer && loading !== 'window' && messages.at(-1)!.seq === conversation.lastSeq
}

/** What is kept of a conversation, unless something of it has been loaded. A sync brings it up to date. */
function showPage(state: ChatState, { conversationId, messages, hasOlder, cursor }: KeptPage): ChatState {
  const thread = state.threads.get(conversationId)
  if (!thread || thread.messages.length > 0 || !state.conversations.has(conversationId)) return state
  const failed = thread.failed === 'window' ? undefined : thread.failed
  return atPage(withThread(state, conversationId, { messages, hasOlder, hasNewer: false, failed }), conversationId, cursor, true)
}
