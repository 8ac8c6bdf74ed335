import { newId } from '../../src/ids'
import type { ConversationView, DurableEvent, MarkerEvent, MessageView, UserView } from '../../src/protocol'

export interface FakeConversation {
  id: string
  version: number
  createdAt: string
  messages: MessageView[]
  markers: Map<string, { readSeq: number; deliveredSeq: number }>
  /** The version of the last marker event of each; sending raises the sender's markers without one. */
  marked: Map<string, number>
}

/** What the fake server stores: people, direct conversations and their messages, numbered as the real one does. */
export class FakeData {
  /** A page of the list holds no more, however many are asked for. */
  largestPage = 200
  readonly users = new Map<string, UserView>()
  readonly conversations = new Map<string, FakeConversation>()

  addUser(id: string, name: string, more: Partial<UserView> = {}): UserView {
    const user = { id, name, username: id, online: false, ...more }
    this.users.set(id, user)
    return user
  }

  direct(a: string, b: string, id: string = newId()): FakeConversation {
    const existing = this.of(a).find(conversation => conversation.markers.has(b))
    if (existing) return existing
    const markers = new Map([a, b].map(user => [user, { readSeq: 0, deliveredSeq: 0 }]))
    const conversation = { id, version: 0, createdAt: now(), messages: [], markers, marked: new Map<string, number>() }
    this.conversations.set(id, conversation)
    return conversation
  }

  /** The stored message and whether it was stored before. */
  store(conversation: FakeConversation, senderId: string, body: string, givenId?: string, createdAt = now()) {
    const clientId = givenId ?? newId()
    const stored = givenId && conversation.messages.find(m => m.senderId === senderId && m.clientId === clientId)
    if (stored) return { message: stored, duplicate: true }
    const seq = conversation.messages.length + 1
    const version = ++conversation.version
    const message = { id: newId(), conversationId: conversation.id, seq, version, senderId, clientId, body, createdAt }
    conversation.messages.push(message)
    conversation.markers.set(senderId, { readSeq: seq, deliveredSeq: seq })
    return { message, duplicate: false }
  }

  /** Changes a stored message; without a text it is deleted. Nothing of one that is deleted changes any more. */
  change(conversation: FakeConversation, seq: number, body?: string): MessageView | undefined {
    const stored = conversation.messages[seq - 1]
    if (!stored || stored.deletedAt !== undefined) return undefined
    const time = body === undefined ? { deletedAt: now() } : { editedAt: now() }
    return (conversation.messages[seq - 1] = { ...stored, ...time, body: body ?? '', version: ++conversation.version })
  }

  /** Raises somebody's markers; nothing when they were there already. */
  mark(conversation: FakeConversation, userId: string, readSeq: number, deliveredSeq: number): MarkerEvent | undefined {
    const held = conversation.markers.get(userId)!
    const raised = { readSeq: Math.max(held.readSeq, readSeq), deliveredSeq: Math.max(held.deliveredSeq, deliveredSeq, readSeq) }
    if (raised.readSeq === held.readSeq && raised.deliveredSeq === held.deliveredSeq) return undefined
    conversation.markers.set(userId, raised)
    conversation.marked.set(userId, ++conversation.version)
    return markerEvent(conversation, userId)
  }

  /** The present state of what has changed after a version, in rising version. */
  changes(conversation: FakeConversation, after: number): DurableEvent[] {
    const events: DurableEvent[] = [
      ...conversation.messages.map(message => ({ type: 'message' as const, conversationId: conversation.id, version: message.version, message })),
      ...[...conversation.marked.keys()].map(userId => markerEvent(conversation, userId)),
    ]
    return events.filter(({ version }) => version > after).sort((a, b) => a.version - b.version)
  }

  of(userId: string): FakeConversation[] {
    return [...this.conversations.values()].filter(conversation => conversation.markers.has(userId))
  }

  view(conversation: FakeConversation, userId: string): ConversationView {
    const lastMessage = conversation.messages.at(-1)
    const lastSeq = lastMessage?.seq ?? 0
    return {
      id: conversation.id,
      kind: 'direct',
      participants: [...conversation.markers].map(([id, marker]) => ({ user: this.users.get(id)!, role: 'member', ...marker })),
      ...(lastMessage && { lastMessage }),
      lastSeq,
      version: conversation.version,
      unread: lastSeq - conversation.markers.get(userId)!.readSeq,
      createdAt: conversation.createdAt,
      lastActivity: lastMessage?.createdAt ?? conversation.createdAt,
    }
  }
}

function markerEvent({ id, markers, marked }: FakeConversation, userId: string): MarkerEvent {
  return { type: 'marker', conversationId: id, version: marked.get(userId)!, userId, ...markers.get(userId)! }
}

function now(): string {
  return new Date().toISOString()
}
