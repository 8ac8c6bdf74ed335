import type { ConnectionState } from '../connection-state'
import type { ErrorCode, MessageView } from '../protocol'

/** Everything that a user interface shows. Never changed in place: another state is another object. */
export interface ChatState {
  readonly connection: ConnectionState
  /** The id of the person who is signed in; known from the first `welcome` on. */
  readonly me: string | undefined
  readonly people: ReadonlyMap<string, Person>
  /** Who is online, as far as it is known: of whoever is missing it is not. See `presenceOf`. */
  readonly presence: ReadonlyMap<string, Known>
  /** Those whose presence the socket tells, and whether it has on this connection: no answer over REST is newer than that. */
  readonly watched: ReadonlyMap<string, boolean>
  readonly conversations: ReadonlyMap<string, Conversation>
  readonly list: ListState
  /** The loaded part of each conversation that was opened. */
  readonly threads: ReadonlyMap<string, Thread>
  /** Who is typing: by conversation, by person, until when (milliseconds since 1970). */
  readonly typing: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** While a sync is under way: up to which version of each conversation nothing will be missing after it. */
  readonly syncing: ReadonlyMap<string, number>
  /** What was written and is not stored yet, in the order of writing. */
  readonly outgoing: readonly Outgoing[]
  /** What stands in the field of each conversation and is not sent. */
  readonly drafts: ReadonlyMap<string, string>
  /** Whether what is written outlives this tab: `memory` where the browser keeps nothing, such as in some private windows. */
  readonly kept: 'browser' | 'memory'
}

/** How much of the conversation list is here. `next` is where more of it is. */
export type ListState = { name: 'loading' } | { name: 'failed' } | { name: 'ready'; next: string | undefined }

/**
 * Whether somebody is online. `unknown` it is until the service has said, and again once the connection has been away
 * for 5 seconds: then nobody would hear of a change. `lastActive` is when they were last seen, RFC 3339 in UTC.
 */
export type Presence = Known | { readonly name: 'unknown' }

/** A presence that the service has told. */
export interface Known {
  readonly name: 'online' | 'offline'
  readonly lastActive?: string
}

export interface Person {
  readonly id: string
  readonly name: string
  readonly username?: string
  readonly avatarUrl?: string
}

export interface Conversation {
  readonly id: string
  readonly kind: 'direct'
  readonly title?: string
  readonly participants: readonly Participant[]
  readonly lastMessage?: MessageView
  readonly lastSeq: number
  /** The highest that is known of. */
  readonly version: number
  /** Up to this version every change is applied. Behind `version` there is a gap, which a sync closes. */
  readonly cursor: number
  readonly createdAt: string
  readonly lastActivity: string
}

/** Somebody's markers in a conversation: both only rise. */
export interface Participant {
  readonly userId: string
  readonly readSeq: number
  readonly deliveredSeq: number
}

/**
 * A window of a conversation's history: a gap-free run of messages in rising `seq`. One without `hasNewer` ends where
 * the conversation does and grows with it; one with `hasNewer` ends before, and takes no new messages.
 */
export interface Thread {
  readonly messages: readonly MessageView[]
  readonly hasOlder: boolean
  readonly hasNewer: boolean
  readonly loading: Loading | undefined
  /** What could not be loaded; `missing` is a conversation that does not exist, or is not mine. */
  readonly failed: Loading | 'missing' | undefined
}

/** `window` is one in place of what is held: the newest page, or one around a message. The others go on from its ends. */
export type Loading = 'window' | 'older' | 'newer'

/** A message of one's own until the service is known to have stored it. `clientId` never changes. */
export interface Outgoing {
  readonly clientId: string
  readonly conversationId: string
  readonly body: string
  /** When it was written, RFC 3339, by the clock of this device. */
  readonly writtenAt: string
  /**
   * `queued` until its turn comes, and again when it could not be sent for now. `failed` was tried often enough: it may be tried
   * again. `rejected` is refused for good, such as for its length: it can be taken back to be changed, or dropped.
   */
  readonly state: 'queued' | 'sending' | 'failed' | 'rejected'
  /** Why it failed, or was rejected. */
  readonly error?: ErrorCode
}

export const EMPTY_THREAD: Thread = { messages: [], hasOlder: true, hasNewer: false, loading: undefined, failed: undefined }

export const EMPTY_STATE: ChatState = {
  connection: { name: 'closed', reason: 'not_started' },
  me: undefined,
  people: new Map(),
  presence: new Map(),
  watched: new Map(),
  conversations: new Map(),
  list: { name: 'loading' },
  threads: new Map(),
  typing: new Map(),
  syncing: new Map(),
  outgoing: [],
  drafts: new Map(),
  kept: 'memory',
}
