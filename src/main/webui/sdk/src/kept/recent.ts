import type { Line } from '../line'
import type { Receipts } from '../receipts'
import { atPage } from '../state/cursors'
import { byActivity } from '../state/read'
import type { ChatState, Thread } from '../state/state'
import { withThread } from '../state/threads'
import type { Store } from '../store'
import type { Kept } from './kept'
import type { KeptList, KeptPage } from './schema'

/** What changed is kept no later than this many milliseconds after it did. */
const DELAY_MS = 1000
/** So many of the newest messages of a conversation are kept. */
const PAGE = 50
/** Pages of so many conversations are kept, those opened last. */
const MOST_PAGES = 50
/** So many conversations are kept, those with the newest activity. */
const MOST_CONVERSATIONS = 500

/** Keeps the list, the people in it and the last page of each conversation, so that the page opens without a network. */
export class Recent {
  #timer: ReturnType<typeof setTimeout> | undefined
  /** What was kept last. */
  #kept: ChatState | undefined
  readonly #openedAt = new Map<string, number>()

  constructor(
    private readonly store: Store,
    private readonly kept: Kept,
    private readonly line: Line,
    private readonly receipts: Receipts,
  ) {
    store.subscribe(() => this.#schedule())
  }

  /** A conversation is opened: until the service answers, what is kept of it is shown, if it holds the message of that `seq`. */
  async open(conversationId: string, seq: number | undefined): Promise<void> {
    this.#openedAt.set(conversationId, Date.now())
    const { me } = this.store.state
    const page = await this.kept.read(['pages'], pages => pages.get('pages', conversationId))
    if (!page || page.by !== me || (seq !== undefined && !page.messages.some(message => message.seq === seq))) return
    this.store.update(state => (state.me === me ? showPage(state, page) : state))
  }

  restore(list: KeptList): void {
    const { conversations, people, next, untold } = list
    this.store.update(state => ({
      ...state,
      conversations: new Map(conversations.map(conversation => [conversation.id, conversation])),
      // Whether they are online nobody can know.
      people: new Map(people.map(person => [person.id, { ...person, online: false }])),
      list: { name: 'ready', next },
    }))
    this.receipts.restore(untold)
  }

  /** Keeps now what has changed. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const { state } = this.store
    const before = this.#kept
    if (!this.kept.on || state.me !== this.kept.me || state === before) return
    this.#kept = state
    if (this.line.leads && state.list.name === 'ready') this.#keepList(state, state.list.next)
    const changed = [...state.threads].filter(([id, thread]) => thread !== before?.threads.get(id) && endsAtNewest(state, id, thread))
    for (const [id, thread] of changed) this.#keepPage(state, id, thread)
    if (changed.length > 0) void this.#forgetOldest()
  }

  /** Nothing is kept of these any more. */
  drop(conversationIds: readonly string[]): void {
    void this.kept.write(['pages'], changes => conversationIds.forEach(id => changes.delete('pages', id)))
  }

  #schedule(): void {
    if (this.kept.on) this.#timer ??= setTimeout(() => this.flush(), DELAY_MS)
  }

  #keepList(state: ChatState, next: string | undefined): void {
    const conversations = byActivity(state).slice(0, MOST_CONVERSATIONS)
    const ids = new Set(conversations.flatMap(({ participants }) => participants.map(({ userId }) => userId)))
    const people = [...state.people.values()].filter(({ id }) => ids.has(id))
    const list = { by: this.kept.me, conversations, people, next, untold: this.receipts.untold }
    void this.kept.write(['list'], changes => changes.put('list', list, 'list'))
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
    if (ids && ids.length > MOST_PAGES) this.drop(ids.slice(0, -MOST_PAGES))
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
