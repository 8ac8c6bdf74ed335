import type { ErrorCode } from './protocol'

/** The longest message, in Unicode code points. */
export const MAX_CODE_POINTS = 8000

/** The length that the service counts: code points, not UTF-16 units. */
export function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** Why the service would refuse this text, or nothing when it would not. */
export function refusal(text: string): ErrorCode | undefined {
  if (text.trim() === '') return 'empty_message'
  if (text.includes('\0') || /\p{Surrogate}/u.test(text)) return 'invalid_text'
  // Every code point is at least one unit, so the short majority needs no counting.
  if (text.length > MAX_CODE_POINTS && codePoints(text) > MAX_CODE_POINTS) return 'message_too_long'
  return undefined
}
