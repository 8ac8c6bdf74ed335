import type { ChatClient } from '@eplatform/chat'
import { ChatConversation } from './chat-conversation'

/** What a panel shows: one conversation, the one with a person, or all of them, perhaps with one opened. */
export type Subject = { name: 'conversation'; id: string } | { name: 'user'; id: string } | { name: 'all'; userId?: string | undefined }

/** What shows it. */
export interface Content extends HTMLElement {
  client: ChatClient | undefined
  readonly updateComplete: Promise<boolean>
}

/** What shows this; for all conversations its code comes first. */
export async function contentOf(subject: Subject): Promise<Content> {
  switch (subject.name) {
    case 'all': {
      const { ChatWhole } = await import('./chat-whole')
      const whole = new ChatWhole()
      if (subject.userId !== undefined) whole.openWith(subject.userId)
      return whole
    }
    case 'conversation': {
      const one = new ChatConversation()
      one.conversationId = subject.id
      return one
    }
    case 'user': {
      const one = new ChatConversation()
      one.userId = subject.id
      return one
    }
  }
}
