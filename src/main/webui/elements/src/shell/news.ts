import { type ChatState, isStuck, nameOf } from '@eplatform/chat'
import { textOf } from '../shared/text-of'
import { words } from '../words/words'
import { arrivalsBetween } from './arrivals'

/** A longer message is cut when it is read out, in characters. */
const LONGEST = 200

/** What has happened between two states that somebody should hear, or nothing. Loading what is older is no news. */
export function newsBetween(before: ChatState, after: ChatState): string | undefined {
  if (before.me !== after.me) return undefined
  return [failures(before, after), messages(before, after)].filter(Boolean).join(' ') || undefined
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
