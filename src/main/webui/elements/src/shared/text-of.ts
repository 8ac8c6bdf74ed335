import type { MessageView } from '@eplatform/chat'
import { words } from '../words/words'

/** What a message says, in places that show only its words. */
export function textOf(message: MessageView): string {
  return message.deletedAt === undefined ? message.body : words().deleted
}
