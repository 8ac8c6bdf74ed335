import type { MessageView } from '../protocol'
import type { Conversation, Outgoing, Participant, Person } from '../state/state'

/** Whose the kept content is. */
export interface Owner {
  /** The platform's id, as the service tells it. */
  readonly me: string
  /** Whose token it was, as `personOf` reads it: known before any connection. */
  readonly person: string | undefined
  /** Of the database under which pages and cursors were gathered. */
  readonly epoch: string
}

/** Each row says whose it is: nothing is ever shown to, or sent for, anybody else. */
interface Row {
  readonly by: string
}

export interface KeptMessage extends Row, Omit<Outgoing, 'state'> {
  /** What was being sent when the tab died is queued again: the `clientId` makes the repetition harmless. */
  readonly state: 'queued' | 'failed' | 'rejected'
  /** Its place among what was written in this browser. */
  readonly place: number
}

export interface KeptDraft extends Row {
  readonly conversationId: string
  readonly text: string
}

export interface KeptList extends Row {
  readonly conversations: readonly Conversation[]
  readonly people: readonly Person[]
  readonly next: string | undefined
  /** Markers that the service has not been told. */
  readonly untold: readonly (readonly [string, Participant])[]
}

export interface KeptPage extends Row {
  readonly conversationId: string
  readonly messages: readonly MessageView[]
  readonly hasOlder: boolean
  readonly cursor: number
  /** When it was opened last, in milliseconds since 1970. */
  readonly openedAt: number
}

/** What each store holds. The owner and the list are one row each, under the name of their store. */
export interface Schema {
  owner: Owner
  outbox: KeptMessage
  drafts: KeptDraft
  list: KeptList
  pages: KeptPage
}

export type StoreName = keyof Schema

export const STORES: readonly StoreName[] = ['owner', 'outbox', 'drafts', 'list', 'pages']
