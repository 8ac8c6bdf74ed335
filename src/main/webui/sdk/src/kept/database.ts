import type { Schema, StoreName } from './schema'

/** What leads from one version to the next. A step that was published never changes. */
const STEPS: readonly ((database: IDBDatabase) => void)[] = [
  database => {
    database.createObjectStore('owner')
    database.createObjectStore('outbox', { keyPath: 'clientId' })
    database.createObjectStore('drafts', { keyPath: 'conversationId' })
    database.createObjectStore('list')
    database.createObjectStore('pages', { keyPath: 'conversationId' }).createIndex('openedAt', 'openedAt')
  },
]

/** What belongs together, read at one moment. */
export class Reading {
  constructor(private readonly transaction: IDBTransaction) {}

  get<S extends StoreName>(store: S, key: string): Promise<Schema[S] | undefined> {
    return answerTo(this.transaction.objectStore(store).get(key))
  }

  all<S extends StoreName>(store: S): Promise<Schema[S][]> {
    return answerTo(this.transaction.objectStore(store).getAll())
  }

  /** The conversations of the pages, the one that was opened longest ago first. */
  pagesByOpening(): Promise<string[]> {
    return answerTo(this.transaction.objectStore('pages').index('openedAt').getAllKeys() as IDBRequest<string[]>)
  }
}

/** Changes of which all are made, or none. */
export class Changes {
  constructor(private readonly transaction: IDBTransaction) {}

  /** `key` where the row does not name its own. */
  put<S extends StoreName>(store: S, row: Schema[S], key?: string): void {
    this.transaction.objectStore(store).put(row, key)
  }

  delete(store: StoreName, key: string): void {
    this.transaction.objectStore(store).delete(key)
  }

  clear(store: StoreName): void {
    this.transaction.objectStore(store).clear()
  }
}

/** IndexedDB with promises, as much of it as is needed here: a library for it would be an eighth of the SDK. */
export class Database {
  private constructor(private readonly database: IDBDatabase) {}

  /**
   * Opens it, made or brought up to date where it has to be. `blocking`: a newer version of this code waits for it in another
   * tab. `gone`: the browser has closed it.
   */
  static async open(name: string, ends: { blocking(): void; gone(): void }): Promise<Database> {
    const request = indexedDB.open(name, STEPS.length)
    request.onupgradeneeded = ({ oldVersion }) => STEPS.slice(oldVersion).forEach(step => step(request.result))
    const database = await answerTo(request)
    database.onversionchange = ends.blocking
    database.onclose = ends.gone
    return new Database(database)
  }

  read<T>(stores: readonly StoreName[], read: (reading: Reading) => Promise<T>): Promise<T> {
    return read(new Reading(this.database.transaction(stores)))
  }

  /** Resolves once the changes are made; rejects with the reason when none of them is. */
  change(stores: readonly StoreName[], change: (changes: Changes) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(stores, 'readwrite')
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
      change(new Changes(transaction))
      transaction.commit()
    })
  }

  close(): void {
    this.database.close()
  }
}

function answerTo<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
