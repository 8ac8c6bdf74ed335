import { pause } from '../pause'
import { type Changes, Database, type Reading } from './database'
import { type KeptDraft, type KeptList, type KeptMessage, type Owner, STORES, type StoreName } from './schema'

/** A database that has not opened by then, in milliseconds, is done without: some browsers never answer. */
const OPEN_MS = 2000

/** What was kept when this tab began. */
export interface Content {
  readonly owner: Owner
  readonly outbox: readonly KeptMessage[]
  readonly drafts: readonly KeptDraft[]
  readonly list: KeptList | undefined
}

/**
 * What this browser keeps of one service, for one person at a time, in IndexedDB. Where that cannot be had (a private window,
 * no room left, a database of a newer version of this code) nothing is kept, and everything else works all the same.
 */
export class Kept {
  #database: Database | undefined
  /** Whose the database is, as far as this tab knows. */
  #held: Owner | undefined
  #owner: Owner | undefined
  #works = true

  constructor(
    private readonly name: string,
    /** Something is kept from now on, or is not any more. */
    private readonly onChange: (on: boolean) => void,
  ) {}

  /** Whether there is a database to try. */
  get possible(): boolean {
    return typeof indexedDB !== 'undefined'
  }

  /** Whether there is something to write to. */
  get on(): boolean {
    return this.#database !== undefined && this.#owner !== undefined
  }

  /** Who writes. */
  get me(): string {
    return this.#owner?.me ?? ''
  }

  /** Opens the database and reads what it holds, apart from pages. */
  async load(): Promise<Content | undefined> {
    await Promise.race([this.#open(), pause(OPEN_MS)])
    const content = await this.#read(['owner', 'outbox', 'drafts', 'list'], async kept => ({
      owner: await kept.get('owner', 'owner'),
      outbox: await kept.all('outbox'),
      drafts: await kept.all('drafts'),
      list: await kept.get('list', 'list'),
    }))
    if (!content?.owner) return undefined
    const { owner } = content
    this.#held = owner
    const ofOwner = ({ by }: { by: string }) => by === owner.me
    const list = content.list && ofOwner(content.list) ? content.list : undefined
    return { owner, list, outbox: content.outbox.filter(ofOwner), drafts: content.drafts.filter(ofOwner) }
  }

  /** From now on this person's is kept. Of another person nothing stays, of another epoch only what was written here. Says whether it was another person's. */
  own(owner: Owner): boolean {
    const before = this.#held
    const other = before !== undefined && before.me !== owner.me
    const void_: readonly StoreName[] = other ? STORES : before && before.epoch !== owner.epoch ? ['list', 'pages'] : []
    this.#held = this.#owner = owner
    void this.write(STORES, changes => {
      for (const store of void_) changes.clear(store)
      changes.put('owner', owner, 'owner')
    })
    this.onChange(this.on && this.#works)
    return other
  }

  /** Somebody else's is kept from now on, or nobody's. */
  release(): void {
    this.#owner = undefined
    this.onChange(false)
  }

  /** Whether a message could be kept: as long as it could not, none counts as kept. */
  proved(works: boolean): void {
    if (works === this.#works) return
    this.#works = works
    this.onChange(this.on && works)
  }

  /** Removes everything, whoever's it is. */
  async wipe(): Promise<void> {
    this.release()
    this.#held = undefined
    await Promise.race([this.#open(), pause(OPEN_MS)])
    await this.#change(STORES, changes => STORES.forEach(store => changes.clear(store)))
  }

  /**
   * Changes all of it or nothing, and says whether that worked. The changes are made at once, with nothing to wait for in between,
   * so that a page that is about to be closed can make some too.
   */
  async write(stores: readonly StoreName[], change: (changes: Changes) => void): Promise<boolean> {
    return this.#owner !== undefined && this.#change(stores, change)
  }

  /** What is read is of the person who writes; nothing where nothing is kept. */
  read<T>(stores: readonly StoreName[], read: (reading: Reading) => Promise<T>): Promise<T | undefined> {
    return this.#owner ? this.#read(stores, read) : Promise.resolve(undefined)
  }

  /** Nothing is kept of these conversations any more. */
  dropPages(conversationIds: readonly string[]): void {
    void this.write(['pages'], changes => conversationIds.forEach(id => changes.delete('pages', id)))
  }

  async #change(stores: readonly StoreName[], change: (changes: Changes) => void, again = false): Promise<boolean> {
    if (!this.#database) return false
    try {
      await this.#database.change(stores, change)
      return true
    } catch (error) {
      if (!again && isFull(error) && (await this.#makeRoom())) return this.#change(stores, change, true)
      return false
    }
  }

  async #read<T>(stores: readonly StoreName[], read: (reading: Reading) => Promise<T>): Promise<T | undefined> {
    try {
      return this.#database && (await this.#database.read(stores, read))
    } catch {
      return undefined
    }
  }

  async #open(): Promise<void> {
    if (!this.possible || this.#database) return
    try {
      this.#database = await Database.open(this.name, {
        // A newer version of this code waits for it in another tab.
        blocking: () => this.#close(),
        gone: () => {
          this.#database = undefined
          void this.#open()
        },
      })
    } catch {
      // Then nothing is kept.
    }
  }

  #close(): void {
    this.#database?.close()
    this.#database = undefined
    this.onChange(false)
  }

  /** Pages can be loaded again, what was written cannot. */
  async #makeRoom(): Promise<boolean> {
    return this.#change(['list', 'pages'], changes => {
      changes.clear('list')
      changes.clear('pages')
    }, true)
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError'
}
