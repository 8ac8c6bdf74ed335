import { html, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { dayName } from '../shared/times'
import type { Item } from './item'
import { byDay, type Day, type Placed } from './runs'

/** Messages below the names of their days. `newFrom` is the `seq` above which the new ones begin. */
export function days(items: readonly Item[], newFrom: number | undefined, row: (placed: Placed) => unknown): unknown {
  return repeat(byDay(items, newFrom), dayKey, day => dayOf(day, row))
}

function dayOf(day: Day, row: (placed: Placed) => unknown): TemplateResult {
  const name = dayName(day.time)
  return html`<section class="day" aria-label=${name}>
    <h3 class="day-name"><span>${name}</span></h3>
    <ol role="list">${repeat(day.items, placed => placed.item.key, row)}</ol>
  </section>`
}

function dayKey(day: Day): string {
  return new Date(day.time).toDateString()
}
