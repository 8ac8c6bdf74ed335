import { keepDraft } from '../state/drafts'
import type { Store } from '../store'
import type { Kept } from './kept'
import type { Notice } from './notices'
import type { KeptDraft } from './schema'

/** What is being written is kept no later than this many milliseconds after it was. */
const DELAY_MS = 300

/** What stands in the fields and is not sent: kept, and the same in every tab. */
export class Drafts {
  readonly #unkept = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly store: Store,
    private readonly kept: Kept,
    private readonly say: (notice: Notice) => void,
  ) {}

  write(conversationId: string, text: string): void {
    this.store.update(state => keepDraft(state, conversationId, text))
    this.#unkept.add(conversationId)
    this.#timer ??= setTimeout(() => this.flush(), DELAY_MS)
  }

  /** Keeps now what is not kept yet. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const drafts = [...this.#unkept].map(id => [id, this.store.state.drafts.get(id) ?? ''] as const)
    this.#unkept.clear()
    if (drafts.length === 0) return
    const by = this.kept.me
    void this.kept.write(['drafts'], changes => {
      for (const [conversationId, text] of drafts) {
        if (text === '') changes.delete('drafts', conversationId)
        else changes.put('drafts', { by, conversationId, text })
      }
    })
    this.say({ type: 'drafts', drafts })
  }

  /** Whether this text is the draft, which it is no more when it has become a message. */
  spend(conversationId: string, text: string): boolean {
    if (this.store.state.drafts.get(conversationId)?.trim() !== text.trim()) return false
    this.#unkept.delete(conversationId)
    return true
  }

  /** What other tabs have written; what is being written here goes before. */
  told(drafts: readonly (readonly [string, string])[]): void {
    const news = drafts.filter(([id]) => !this.#unkept.has(id))
    this.store.update(state => news.reduce((now, [id, text]) => keepDraft(now, id, text), state))
  }

  /** What was kept when this tab began; what was written here meanwhile goes before. */
  restore(rows: readonly KeptDraft[]): void {
    this.told(rows.map(({ conversationId, text }) => [conversationId, text]))
  }

  /** Keeps all that is here: nothing of it was kept before. */
  adopt(): void {
    for (const id of this.store.state.drafts.keys()) this.#unkept.add(id)
    this.flush()
  }

  forget(): void {
    this.#unkept.clear()
  }
}
