import { sameDay } from '../shared/times'
import { type Item, needsAuthor } from './item'

/** Messages of one sender belong together while no more than this lies between them, in milliseconds. */
const GAP_MS = 5 * 60_000

/** An item with its place in a run: messages of one sender in close succession. */
export interface Placed {
  item: Item
  first: boolean
  last: boolean
}

/** A day with its messages. */
export interface Day {
  time: string
  items: Placed[]
}

/** The items by day, each knowing whether it begins or ends a run. `newFrom` is the `seq` above which the new ones begin. */
export function byDay(items: readonly Item[], newFrom: number | undefined): Day[] {
  const days: Day[] = []
  items.forEach((item, index) => {
    const before = items[index - 1]
    const after = items[index + 1]
    if (!before || !sameDay(before.time, item.time)) days.push({ time: item.time, items: [] })
    const first = !before || breaks(before, item, newFrom)
    const last = !after || breaks(item, after, newFrom)
    days.at(-1)!.items.push({ item, first, last })
  })
  return days
}

function breaks(before: Item, after: Item, newFrom: number | undefined): boolean {
  return (
    before.senderId !== after.senderId ||
    Date.parse(after.time) - Date.parse(before.time) > GAP_MS ||
    !sameDay(before.time, after.time) ||
    needsAuthor(before) ||
    needsAuthor(after) ||
    (newFrom !== undefined && before.seq === newFrom)
  )
}
