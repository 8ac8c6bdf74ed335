import type { NewLine } from './new-line'

/**
 * Whether the reader went past the first of the new messages without having been there. Whoever has it in view has been there.
 * `line` stands above it where it is on the page, and `oldest` is the `seq` of the first message that is loaded.
 */
export function isPast(newLine: NewLine, scroller: HTMLElement | null, line: Element | null, oldest: number): boolean {
  if (!scroller || newLine.first === undefined) return false
  if (!line) return newLine.skipped && newLine.first < oldest
  const { top, bottom } = scroller.getBoundingClientRect()
  const rect = line.getBoundingClientRect()
  if (bottom > top && rect.bottom > top && rect.top < bottom) newLine.skipped = false
  return newLine.skipped && rect.bottom <= top
}
