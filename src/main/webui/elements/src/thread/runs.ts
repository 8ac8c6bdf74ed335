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
  const dated = items.map(item => ({ item, ...momentOf(item) }))
  dated.forEach((now, index) => {
    const before = dated[index - 1]
    const after = dated[index + 1]
    if (before?.day !== now.day) days.push({ time: now.item.time, items: [] })
    const first = !before || breaks(before, now, newFrom)
    const last = !after || breaks(now, after, newFrom)
    days.at(-1)!.items.push({ item: now.item, first, last })
  })
  return days
}

interface Moment {
  at: number
  day: string
}

interface Dated extends Moment {
  item: Item
}

/** The day of a time is dear, and it is asked for whenever anything changes: once for each message has to do. */
const moments = new WeakMap<Item['source'], Moment>()

function momentOf({ source, time }: Item): Moment {
  let moment = moments.get(source)
  if (!moment) {
    moment = { at: Date.parse(time), day: new Date(time).toDateString() }
    moments.set(source, moment)
  }
  return moment
}

function breaks(before: Dated, after: Dated, newFrom: number | undefined): boolean {
  return (
    before.item.senderId !== after.item.senderId ||
    after.at - before.at > GAP_MS ||
    before.day !== after.day ||
    needsAuthor(before.item) ||
    needsAuthor(after.item) ||
    (newFrom !== undefined && before.item.seq === newFrom)
  )
}
