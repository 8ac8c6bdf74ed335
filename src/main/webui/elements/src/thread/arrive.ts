import { focusOn } from '../base/roving'
import type { Anchor } from './anchor'
import type { Goal } from './goal'
import type { Notice } from './notice'

/** What is on the page: its messages, where they scroll, and the line above the new ones where there are any. */
export interface Ground {
  readonly scroller: HTMLElement | null
  readonly rows: readonly HTMLElement[]
  readonly line: Element | null
}

/** Brings the reader, and mostly the focus, to where they wanted, once that is on the page. */
export function arrive(goal: Goal, ground: Ground, anchor: Anchor, notice: Notice): void {
  const { scroller, rows, line } = ground
  switch (goal.name) {
    case 'opening':
      anchor.toEnd()
      // At what is new if that does not fit, otherwise at its end.
      if (line && (isAbove(line, scroller) || !anchor.nearEnd)) anchor.toQuarter(line)
      return
    case 'end':
      anchor.toEnd()
      if (goal.focus) focusOn(rows.at(-1)!, rows)
      return
    case 'line':
      if (line) anchor.toQuarter(line)
      return focus(rows, goal.seq)
    case 'message':
      notice.tell({ found: goal.seq })
      return focus(rows, goal.seq, row => anchor.toQuarter(row))
  }
}

function isAbove(line: Element, scroller: HTMLElement | null): boolean {
  return line.getBoundingClientRect().top < (scroller?.getBoundingClientRect().top ?? 0)
}

function focus(rows: readonly HTMLElement[], seq: number, bring: (row: HTMLElement) => void = () => {}): void {
  const row = rows.find(row => Number(row.dataset['seq']) >= seq)
  if (!row) return
  bring(row)
  focusOn(row, rows)
}
