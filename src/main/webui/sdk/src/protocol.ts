import type { components } from './openapi'

/**
 * The wire as types: see `docs/protocol.md`. Every union member has an example in
 * `src/test/resources/protocol/`, and the other way round; a test keeps it so.
 *
 * Times are RFC 3339 in UTC, ids are opaque strings, an absent field is left out. What REST gives, and the socket
 * too, is as the OpenAPI document says.
 */
type Schemas = components['schemas']

/** A person, as the chat shows them. `id` is the platform's own user id, `lastActive` when they were last seen. */
export type UserView = Schemas['UserView']

/** Somebody's place in a conversation. Both markers only rise, and `readSeq <= deliveredSeq`. */
export type ParticipantView = Schemas['ParticipantView']

/** The whole present state of one message. `seq` is dense within its conversation. */
export type MessageView = Schemas['MessageView']

/** A conversation as the caller sees it. `unread` is `lastSeq` less the caller's `readSeq`. */
export type ConversationView = Schemas['ConversationView']

/** One conversation with a page of its messages in rising `seq`. */
export type PageView = Schemas['ConversationPage']

/** Whether somebody is online. */
export type StatusView = Schemas['StatusView']

/** An RFC 9457 problem, the body of every REST error. */
export type ProblemView = Schemas['Problem']

/** What may be done only so often. */
export type RateLimit = NonNullable<ProblemView['limit']>

/** What the service can answer instead of doing what was asked. */
export type ErrorCode = ProblemView['code']

export interface MessageSend {
  type: 'message.send'
  id: string
  conversationId: string
  clientId: string
  body: string
  replyTo?: string
}

export interface MessageEdit {
  type: 'message.edit'
  id: string
  conversationId: string
  messageId: string
  body: string
}

export interface MessageDelete {
  type: 'message.delete'
  id: string
  conversationId: string
  messageId: string
  scope: 'all'
}

export interface MarkerSet {
  type: 'marker.set'
  id?: string
  conversationId: string
  readSeq?: number
  deliveredSeq?: number
}

export interface TypingCommand {
  type: 'typing'
  id?: string
  conversationId: string
  active: boolean
}

export interface PresenceWatch {
  type: 'presence.watch'
  id?: string
  userIds: string[]
}

/** `cursors` holds, by conversation, the version of the last change that was applied; `epoch` is that of the `welcome` they were gathered under. */
export interface Sync {
  type: 'sync'
  id: string
  epoch?: string
  cursors: Record<string, number>
}

/** Goes on under a new token of the same person. */
export interface TokenRenew {
  type: 'token.renew'
  id: string
  token: string
}

export interface Ping {
  type: 'ping'
  id?: string
}

/** What a client says on the socket. */
export type Command = MessageSend | MessageEdit | MessageDelete | MarkerSet | TypingCommand | PresenceWatch | Sync | TokenRenew | Ping

export interface Welcome {
  type: 'welcome'
  userId: string
  connectionId: string
  /** Changes when the database was restored: what a client holds is then void. */
  epoch: string
  serverTime: string
  heartbeatSeconds: number
  limits: { messageCodePoints: number; frameBytes: number; watchedUsers: number }
}

/** The command named by `id` was carried out. */
export interface Ack {
  type: 'ack'
  id: string
}

/** A message was committed; `duplicate` says that an earlier try of the same `clientId` had stored it. */
export interface MessageAck extends Ack {
  conversationId: string
  messageId: string
  seq: number
  version: number
  createdAt: string
  duplicate?: boolean
}

/** A message was edited or deleted. */
export interface ChangeAck extends Ack {
  conversationId: string
  messageId: string
  version: number
}

/** The new token is in force until then. */
export interface RenewAck extends Ack {
  expiresAt: string
}

/** All that was missing has come. `reset` names conversations to drop and page anew. */
export interface Synced {
  type: 'synced'
  id: string
  verdict: 'complete' | 'reset'
  reset?: string[]
}

export interface Pong {
  type: 'pong'
  id?: string
  serverTime: string
}

/** The service stops and ends this connection soon (1012). Another replica takes whoever waits about that long after it, in milliseconds. */
export interface Draining {
  type: 'draining'
  retryAfterMs: number
}

export interface MessageEvent {
  type: 'message'
  conversationId: string
  version: number
  message: MessageView
}

export interface MarkerEvent {
  type: 'marker'
  conversationId: string
  version: number
  userId: string
  readSeq: number
  deliveredSeq: number
}

/** A conversation that one was added to, or that has changed. */
export interface ConversationEvent {
  type: 'conversation'
  conversationId: string
  version: number
  conversation: ConversationView
}

export interface TypingEvent {
  type: 'typing'
  conversationId: string
  userId: string
  active: boolean
}

export interface PresenceEvent {
  type: 'presence'
  userId: string
  online: boolean
  lastActive?: string
}

export interface ErrorEvent {
  type: 'error'
  id?: string
  code: ErrorCode
  detail: string
  retryAfterMs?: number
  limit?: RateLimit
}

/** Changes that are kept: each carries the conversation's `version`, and applying it twice is harmless. */
export type DurableEvent = MessageEvent | MarkerEvent | ConversationEvent

/** Changes that nobody keeps: the newest wins. */
export type EphemeralEvent = TypingEvent | PresenceEvent

/** Answers to a command, found again by its `id`. */
export type Answer = Ack | MessageAck | ChangeAck | RenewAck | Synced | Pong | ErrorEvent

/** What the service says on the socket. */
export type ServerEvent = Welcome | Draining | DurableEvent | EphemeralEvent | Answer
