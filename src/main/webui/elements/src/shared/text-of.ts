import type { MessageView } from '@eplatform/chat'

/** Stands where somebody took a message back. */
export const DELETED = 'Message deleted'

/** What a message says, in places that show only its words. */
export function textOf(message: MessageView): string {
  return message.deletedAt === undefined ? message.body : DELETED
}
