import { SignedOutError } from '../errors'
import type { Line } from '../line'
import type { Receipts } from '../receipts'
import type { Store } from '../store'
import type { Channel } from '../tabs/surroundings'
import type { GetToken } from '../token'
import { Drafts } from './drafts'
import { type Content, Kept } from './kept'
import { onLeaving } from './leaving'
import { type Notice, Notices } from './notices'
import { Outbox } from './outbox'
import type { Pages } from './pages'
import { Recent } from './recent'
import type { Owner } from './schema'

export interface KeepingOptions {
  /** Where the service is: each has its own. */
  readonly url: string
  readonly store: Store
  readonly line: Line
  readonly receipts: Receipts
  readonly getToken: GetToken
  /** Whose the last token was, as far as it says. */
  person(): string | undefined
  readonly BroadcastChannel: (new (name: string) => Channel) | undefined
  /** There may be something to send. */
  onReady(): void
  /** What was kept under this epoch is shown from now on. */
  onShown(epoch: string): void
}

/** What this browser keeps: whose it is, when it is shown, and what becomes of it when somebody else comes. */
export class Keeping {
  readonly outbox: Outbox
  readonly drafts: Drafts
  readonly #kept: Kept
  readonly #notices: Notices
  readonly #recent: Recent
  /** What was kept and is not shown, because nobody knows yet whether it is of the person who is here. */
  #unshown: Content | undefined
  #restored!: () => void
  readonly #whenRestored = new Promise<void>(resolve => (this.#restored = resolve))
  /** Counts the starts, so that one that was stopped meanwhile goes no further. */
  #starts = 0
  #stopLeaving: (() => void) | undefined

  constructor(private readonly options: KeepingOptions) {
    const { url, store, line, receipts, BroadcastChannel, onReady } = options
    const name = `eplatform-chat ${new URL(url).href}`
    const say = (notice: Notice) => this.#notices.say(notice)
    this.#kept = new Kept(name, on => this.#changed(on))
    this.#notices = new Notices(BroadcastChannel, name, () => this.#kept.me, notice => this.#hear(notice))
    this.outbox = new Outbox(store, this.#kept, say, onReady)
    this.drafts = new Drafts(store, this.#kept, say)
    this.#recent = new Recent(store, this.#kept, line, receipts)
  }

  /** Shows what was kept, if it is of the person whose token there is or if no token can be had for now; then goes on with `then`. */
  start(then: () => void): void {
    const start = ++this.#starts
    this.#stopLeaving ??= onLeaving(() => this.#flush())
    if (this.#kept.on) this.#notices.start()
    if (this.#kept.possible) void this.#restore(start, then)
    else then()
  }

  stop(): void {
    this.#starts++
    this.#flush()
    this.#stopLeaving?.()
    this.#stopLeaving = undefined
    this.#notices.stop()
  }

  /** From now on messages are kept, too. */
  keepPages(Made: typeof Pages): Pages {
    return (this.#recent.pages ??= new Made(this.options.store, this.#kept, this.#whenRestored))
  }

  /** The service has said who this is. What was kept for them is shown, if it is not yet. */
  welcome(me: string): void {
    if (this.#unshown?.owner.me === me) this.#show(this.#unshown)
    this.#unshown = undefined
  }

  /** From now on what is written here is kept for this person, what was written before too. */
  own(owner: Owner): void {
    const { on } = this.#kept
    this.#notices.start()
    if (this.#kept.own(owner)) this.#notices.say({ type: 'wiped' })
    this.outbox.adopt()
    // A tab may have died between writing a message and telling of it.
    void this.outbox.reload()
    if (!on) this.drafts.adopt()
  }

  /** Nothing is kept of these conversations any more. */
  drop(conversationIds: readonly string[]): void {
    this.#kept.dropPages(conversationIds)
  }

  /** Nothing is kept any more, of nobody, in no tab. */
  wipe(): Promise<void> {
    this.#notices.say({ type: 'wiped' })
    return this.#kept.wipe()
  }

  async #restore(start: number, then: () => void): Promise<void> {
    const content = this.options.store.state.me === undefined ? await this.#kept.load() : undefined
    const shown = content && (await this.#mayBeShown(content.owner))
    if (start !== this.#starts) return
    if (shown) {
      this.#show(content)
      this.own(content.owner)
    } else this.#unshown = content
    this.#restored()
    then()
  }

  async #mayBeShown({ person }: Owner): Promise<boolean> {
    try {
      await this.options.getToken()
      return person !== undefined && person === this.options.person()
    } catch (error) {
      return !(error instanceof SignedOutError)
    }
  }

  #show({ owner, outbox, drafts, list }: Content): void {
    this.options.onShown(owner.epoch)
    this.options.store.update(state => ({ ...state, me: owner.me }))
    this.outbox.restore(outbox)
    this.drafts.restore(drafts)
    if (list) this.#recent.restore(list)
  }

  #changed(on: boolean): void {
    this.options.store.update(state => ({ ...state, kept: on ? 'browser' : 'memory' }))
    if (on) this.outbox.adopt()
  }

  #hear(notice: Notice): void {
    switch (notice.type) {
      case 'outbox':
        return void this.outbox.reload()
      case 'progress':
        return this.outbox.told(notice.clientId, notice.state)
      case 'drafts':
        return this.drafts.told(notice.drafts)
      case 'wiped':
        return this.#kept.release()
    }
  }

  #flush(): void {
    this.drafts.flush()
    this.#recent.flush()
  }
}
