import type { MessageView } from '@eplatform/chat'
import { words } from '../words/words'

/** What a message says, in places that show only its words. */
export function textOf(message: MessageView): string {
  return message.deletedAt === undefined ? message.body : words().deleted
}

/** As one line, as long as a line may get: a message may be 8,000 characters long. */
export function oneLine(text: string): string {
  return text.slice(0, 200).replace(/\s+/g, ' ')
}
