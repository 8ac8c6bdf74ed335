import { newId } from '../../src/ids'
import type { ConversationView, MessageView, UserView } from '../../src/protocol'

export interface FakeConversation {
  id: string
  version: number
  createdAt: string
  messages: MessageView[]
  markers: Map<string, { readSeq: number; deliveredSeq: number }>
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
    const conversation = { id, version: 0, createdAt: now(), messages: [], markers }
    this.conversations.set(id, conversation)
    return conversation
  }

  /** The stored message and whether it was stored before. */
  store(conversation: FakeConversation, senderId: string, body: string, clientId: string = newId(), createdAt = now()) {
    const stored = conversation.messages.find(m => m.senderId === senderId && m.clientId === clientId)
    if (stored) return { message: stored, duplicate: true }
    const seq = conversation.messages.length + 1
    const version = ++conversation.version
    const message = { id: newId(), conversationId: conversation.id, seq, version, senderId, clientId, body, createdAt }
    conversation.messages.push(message)
    conversation.markers.set(senderId, { readSeq: seq, deliveredSeq: seq })
    return { message, duplicate: false }
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

function now(): string {
  return new Date().toISOString()
}
