import { type IDBPDatabase, openDB } from 'idb'
import type { Schema } from './schema'

/** What leads from one version to the next. A step that was published never changes. */
const STEPS: readonly ((database: IDBPDatabase<Schema>) => void)[] = [
  database => {
    database.createObjectStore('owner')
    database.createObjectStore('outbox', { keyPath: 'clientId' })
    database.createObjectStore('drafts', { keyPath: 'conversationId' })
    database.createObjectStore('list')
    database.createObjectStore('pages', { keyPath: 'conversationId' }).createIndex('openedAt', 'openedAt')
  },
]

/** Opens the database, made or brought up to date where it has to be. */
export function open(name: string, ends: { blocking(): void; terminated(): void }): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, STEPS.length, {
    upgrade: (database, from) => {
      for (const step of STEPS.slice(from)) step(database)
    },
    ...ends,
  })
}
