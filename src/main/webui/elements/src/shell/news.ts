import { type ChatState, isStuck, nameOf } from '@eplatform/chat'
import { textOf } from '../shared/text-of'
import { words } from '../words/words'
import { arrivalsBetween } from './arrivals'

/** A longer message is cut when it is read out, in characters. */
const LONGEST = 200

/** What somebody should hear: messages of others, and one's own that were not sent. */
export interface News {
  readonly arrived: string | undefined
  readonly failed: string | undefined
}

/** What has happened between two states. Loading what is older is no news, and neither is what I wrote myself. */
export function newsBetween(before: ChatState, after: ChatState): News {
  if (before.me !== after.me) return { arrived: undefined, failed: undefined }
  return { arrived: messages(before, after), failed: failures(before, after) }
}

function failures(before: ChatState, after: ChatState): string | undefined {
  const known = new Set(before.outgoing.filter(isStuck).map(({ clientId }) => clientId))
  const failed = after.outgoing.filter(mine => isStuck(mine) && !known.has(mine.clientId))
  if (failed.length === 0) return undefined
  return failed.length === 1 ? words().messageNotSent(failed[0]!.body.slice(0, LONGEST)) : words().messagesNotSent(failed.length)
}

function messages(before: ChatState, after: ChatState): string | undefined {
  const arrivals = arrivalsBetween(before, after)
  const count = arrivals.reduce((sum, arrival) => sum + arrival.count, 0)
  const last = arrivals.at(-1)
  if (!last) return undefined
  const from = [...new Set(arrivals.map(({ conversation }) => nameOf(after, conversation)))].join(words().comma)
  return count === 1 ? words().newMessageFrom(from, textOf(last.message).slice(0, LONGEST)) : words().newMessagesFrom(count, from)
}
