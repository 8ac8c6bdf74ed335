import type { Line } from '../line'
import type { Receipts } from '../receipts'
import { byActivity } from '../state/read'
import type { ChatState } from '../state/state'
import type { Store } from '../store'
import type { Kept } from './kept'
import type { Pages } from './pages'
import type { KeptList } from './schema'

/** What changed is kept no later than this many milliseconds after it did. */
const DELAY_MS = 1000
/** So many conversations are kept, those with the newest activity. */
const MOST_CONVERSATIONS = 500

/** Keeps the list and the people in it, and what was opened, so that the page opens without a network. */
export class Recent {
  /** What keeps messages, once there are any. */
  pages: Pages | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  /** What was kept last. */
  #kept: ChatState | undefined

  constructor(
    private readonly store: Store,
    private readonly kept: Kept,
    private readonly line: Line,
    private readonly receipts: Receipts,
  ) {
    store.subscribe(() => this.#schedule())
  }

  restore(list: KeptList): void {
    const { conversations, people, next, untold } = list
    this.store.update(state => ({
      ...state,
      conversations: new Map(conversations.map(conversation => [conversation.id, conversation])),
      people: new Map(people.map(person => [person.id, person])),
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
    this.pages?.keep(state, before)
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
}
