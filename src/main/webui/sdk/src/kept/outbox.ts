import type { ErrorCode } from '../protocol'
import { keepDraft } from '../state/drafts'
import { discard, enqueue, progress, requeue, shareOutgoing } from '../state/outgoing'
import { isStuck } from '../state/read'
import type { ChatState, Outgoing } from '../state/state'
import { comes } from '../state/threads'
import type { Store } from '../store'
import type { Kept } from './kept'
import type { Notice } from './notices'
import type { KeptMessage } from './schema'

/** So many unsent messages are held. Whoever writes more is told, and keeps the text. */
const MOST_UNSENT = 1000

/** There are 1,000 unsent messages, and no more are taken: the text stays where it is. */
export class OutboxFullError extends Error {
  override readonly name = 'OutboxFullError'
}

/**
 * What was written and is not stored, in the state and in the browser's database, in the order of writing. A message is in the
 * database before it is sent, and leaves it when it is known to be stored: so it outlives this tab, and any other sends it.
 */
export class Outbox {
  /** Not in the database yet: not to be sent before. */
  readonly #writing = new Set<string>()
  /** In the database, as far as this tab knows, with their places. */
  readonly #places = new Map<string, number>()
  /** Stored with that `seq`, but perhaps not shown yet because the loaded history is behind: never to be sent again. */
  readonly #stored = new Map<string, number>()
  /** Counts the changes made here, so that what was read before one of them is read again. */
  #changes = 0
  #lastPlace = 0
  #reading = false

  constructor(
    private readonly store: Store,
    private readonly kept: Kept,
    private readonly say: (notice: Notice) => void,
    /** There may be something to send. */
    private readonly onReady: () => void,
  ) {}

  /** Writes a message; the draft that has become it goes in the same step. Throws `OutboxFullError`. */
  write(outgoing: Outgoing, wasDraft: boolean): void {
    if (this.store.state.outgoing.length >= MOST_UNSENT) throw new OutboxFullError('Too many unsent messages')
    const { conversationId } = outgoing
    this.store.update(state => (wasDraft ? keepDraft(enqueue(state, outgoing), conversationId, '') : enqueue(state, outgoing)))
    void this.#keep([outgoing], wasDraft ? conversationId : undefined)
    if (wasDraft) this.say({ type: 'drafts', drafts: [[conversationId, '']] })
  }

  /** Back to the end of the queue, as the same message. */
  retry(clientId: string): void {
    this.store.update(state => requeue(state, clientId))
    this.#places.delete(clientId)
    void this.#keep(this.#find(clientId))
  }

  discard(clientId: string): void {
    this.store.update(state => discard(state, clientId))
    this.#remove(clientId)
  }

  /** Puts the text of an unsent message back into the draft, before what stands there, in the same step. */
  takeBack(clientId: string): void {
    const [outgoing] = this.#find(clientId)
    if (!outgoing || outgoing.state === 'sending') return
    const { conversationId, body } = outgoing
    const draft = this.store.state.drafts.get(conversationId)
    const text = draft ? `${body}\n${draft}` : body
    this.store.update(state => keepDraft(discard(state, clientId), conversationId, text))
    this.#remove(clientId, { by: this.kept.me, conversationId, text })
    this.say({ type: 'drafts', drafts: [[conversationId, text]] })
  }

  /** The next one to send in a conversation: none while it is not kept, since nothing overtakes. */
  next(conversationId: string): Outgoing | undefined {
    const next = this.store.state.outgoing.find(
      mine => mine.conversationId === conversationId && !isStuck(mine) && !this.#stored.has(mine.clientId),
    )
    return next && !this.#writing.has(next.clientId) ? next : undefined
  }

  /** Moves one on in its life. What is over, for now or for good, is kept. */
  progress(clientId: string, to: Outgoing['state'], error?: ErrorCode): void {
    this.store.update(state => progress(state, clientId, to, error))
    if (isStuck({ state: to })) void this.#keep(this.#find(clientId))
    else this.say({ type: 'progress', clientId, state: to })
  }

  /** The service has it: it leaves the outbox, and the state once the stored one is shown. */
  stored(clientId: string, seq: number): void {
    if (this.#stored.has(clientId)) return
    this.#stored.set(clientId, seq)
    this.#remove(clientId)
  }

  /** Lets go of what is stored and will not be shown: the window that it was to come into has turned out to lie elsewhere. */
  follow(state: ChatState): void {
    for (const { clientId, conversationId } of state.outgoing) {
      const seq = this.#stored.get(clientId)
      if (seq !== undefined && !comes(state, conversationId, seq)) this.store.update(now => discard(now, clientId))
    }
  }

  /** What was kept when this tab began. */
  restore(rows: readonly KeptMessage[]): void {
    this.#share(rows)
  }

  /** Keeps what is here and was not kept so far. */
  adopt(): void {
    void this.#keep(this.store.state.outgoing.filter(({ clientId }) => !this.#places.has(clientId) && !this.#stored.has(clientId)))
  }

  /** What was stored counts no more: somebody else is signed in, or the database is another one. */
  forget(): void {
    this.#stored.clear()
    this.#places.clear()
  }

  /** Reads what other tabs have changed. */
  async reload(): Promise<void> {
    this.#changes++
    if (this.#reading) return
    this.#reading = true
    let rows: readonly KeptMessage[] | undefined
    let changes: number
    do {
      changes = this.#changes
      rows = await this.kept.read(['outbox'], kept => kept.all('outbox'))
    } while (changes !== this.#changes)
    this.#reading = false
    if (!rows) return
    this.#share(rows.filter(({ by }) => by === this.kept.me))
    this.onReady()
  }

  /** Another tab is sending, or has stopped to. */
  told(clientId: string, to: Outgoing['state']): void {
    this.store.update(state => progress(state, clientId, to))
  }

  #share(rows: readonly KeptMessage[]): void {
    const sorted = rows.filter(({ clientId }) => !this.#stored.has(clientId)).toSorted((a, b) => a.place - b.place)
    // Of what was in the database and is not any more another tab has disposed; the rest is only here.
    const gone = new Set(this.#places.keys())
    for (const { clientId, place } of sorted) {
      gone.delete(clientId)
      this.#places.set(clientId, place)
      this.#lastPlace = Math.max(this.#lastPlace, place)
    }
    for (const clientId of this.#stored.keys()) gone.delete(clientId)
    for (const clientId of gone) this.#places.delete(clientId)
    this.store.update(state => shareOutgoing(state, sorted.map(({ by: _, place: __, ...outgoing }) => outgoing), gone))
  }

  #find(clientId: string): readonly Outgoing[] {
    return this.store.state.outgoing.filter(outgoing => outgoing.clientId === clientId)
  }

  async #keep(messages: readonly Outgoing[], spentDraft?: string): Promise<void> {
    if (!this.kept.on || messages.length === 0) return this.onReady()
    this.#changes++
    const rows = messages.map(outgoing => this.#row(outgoing))
    for (const { clientId } of rows) this.#writing.add(clientId)
    const kept = await this.kept.write(['outbox', 'drafts'], changes => {
      for (const row of rows) changes.put('outbox', row)
      if (spentDraft !== undefined) changes.delete('drafts', spentDraft)
    })
    for (const { clientId, place } of rows) {
      this.#writing.delete(clientId)
      if (kept) this.#places.set(clientId, place)
    }
    this.#changes++
    this.kept.proved(kept)
    if (kept) this.say({ type: 'outbox' })
    this.onReady()
  }

  #row(outgoing: Outgoing): KeptMessage {
    const { state, clientId } = outgoing
    const place = this.#places.get(clientId) ?? (this.#lastPlace = Math.max(this.#lastPlace + 1, Date.now()))
    return { ...outgoing, state: state === 'sending' ? 'queued' : state, by: this.kept.me, place }
  }

  #remove(clientId: string, draft?: { by: string; conversationId: string; text: string }): void {
    this.#changes++
    this.#places.delete(clientId)
    const removed = this.kept.write(['outbox', 'drafts'], changes => {
      changes.delete('outbox', clientId)
      if (draft) changes.put('drafts', draft)
    })
    void removed.then(done => {
      this.#changes++
      if (done) this.say({ type: 'outbox' })
    })
  }
}
