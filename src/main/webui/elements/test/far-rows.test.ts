// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { farRows } from '../src/thread/far-rows'

const ROW = 50
const VIEW = 500

/** So many messages of 50 px in a page of 500 px that is scrolled to `scrollTop`. */
function page(count: number, scrollTop: number) {
  const host = document.createElement('div')
  const scroller = document.createElement('div')
  const rows = Array.from({ length: count }, (_, index) => {
    const row = document.createElement('div')
    row.tabIndex = -1
    row.textContent = `message ${index}`
    row.getBoundingClientRect = () => new DOMRect(0, index * ROW - scrollTop, 300, ROW)
    return row
  })
  scroller.append(...rows)
  scroller.getBoundingClientRect = () => new DOMRect(0, 0, 300, VIEW)
  for (const [name, value] of Object.entries({ scrollTop, clientHeight: VIEW, scrollHeight: count * ROW })) Object.defineProperty(scroller, name, { value })
  host.attachShadow({ mode: 'open' }).append(scroller)
  document.body.replaceChildren(host)
  document.getSelection()?.removeAllRanges()
  return { scroller, rows }
}

const END = 400 * ROW

test('up to a window and not quite a page more, everything stays', () => {
  const { scroller, rows } = page(349, END)
  expect(farRows(scroller, rows)).toBeUndefined()
})

test('whole pages go from the end that is further away', () => {
  for (const [count, dropped] of [[350, 50], [399, 50], [400, 100]] as const) {
    const bottom = page(count, count * ROW - VIEW)
    expect(farRows(bottom.scroller, bottom.rows)).toEqual({ end: 'oldest', count: dropped })
    const top = page(count, 0)
    expect(farRows(top.scroller, top.rows)).toEqual({ end: 'newest', count: dropped })
  }
})

test('nothing goes that is near to what is in view', () => {
  const { scroller, rows } = page(700, 350 * ROW)
  expect(farRows(scroller, rows)).toBeUndefined()
})

test('nothing goes while the focus is in it', () => {
  const { scroller, rows } = page(350, 350 * ROW - VIEW)
  rows[10]!.focus()
  expect(farRows(scroller, rows)).toBeUndefined()
  rows[60]!.focus()
  expect(farRows(scroller, rows)).toEqual({ end: 'oldest', count: 50 })
})

test('nothing goes while a selection reaches into it', () => {
  const { scroller, rows } = page(350, 350 * ROW - VIEW)
  const select = (from: number, to: number) => document.getSelection()!.setBaseAndExtent(rows[from]!.firstChild!, 0, rows[to]!.firstChild!, 3)
  select(40, 70)
  expect(farRows(scroller, rows)).toBeUndefined()
  select(60, 70)
  expect(farRows(scroller, rows)).toEqual({ end: 'oldest', count: 50 })
})
