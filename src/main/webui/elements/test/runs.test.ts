import { expect, test } from 'vitest'
import type { Item } from '../src/thread/item'
import { byDay } from '../src/thread/runs'

function item(seq: number, senderId: string, time: string, state: Item['state'] = 'received'): Item {
  return { key: `${seq}`, seq, senderId, body: '', time: `2026-11-${time}`, mine: false, state, changed: undefined, outgoing: undefined, source: {} as Item['source'] }
}

const shape = (items: Item[], newFrom?: number) =>
  byDay(items, newFrom).map(day => day.items.map(({ item: { seq }, first, last }) => `${first ? '[' : ''}${seq}${last ? ']' : ''}`).join(' '))

test('one sender within five minutes is one run', () => {
  expect(shape([item(1, 'a', '23T10:00:00'), item(2, 'a', '23T10:05:00'), item(3, 'a', '23T10:10:01')])).toEqual(['[1 2] [3]'])
})

test('another sender begins a run', () => {
  expect(shape([item(1, 'a', '23T10:00:00'), item(2, 'b', '23T10:00:01')])).toEqual(['[1] [2]'])
})

test('another day begins a run and a day', () => {
  expect(shape([item(1, 'a', '23T23:59:59'), item(2, 'a', '24T00:00:01')])).toEqual(['[1]', '[2]'])
})

test('what failed and what is new stand apart', () => {
  expect(shape([item(1, 'a', '23T10:00:00'), item(2, 'a', '23T10:00:01', 'failed')])).toEqual(['[1] [2]'])
  expect(shape([item(1, 'a', '23T10:00:00'), item(2, 'a', '23T10:00:01')], 1)).toEqual(['[1] [2]'])
})
