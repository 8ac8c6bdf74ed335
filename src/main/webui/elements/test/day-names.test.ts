// @vitest-environment happy-dom
import type { ReactiveElement } from 'lit'
import { beforeEach, expect, test, vi } from 'vitest'
import { DayNames } from '../src/thread/day-names'

let names: DayNames
let held: HTMLElement
let inPlace: HTMLElement

beforeEach(() => {
  vi.useFakeTimers()
  const renderRoot = document.createElement('div')
  ;[held, inPlace] = [name(400), name(8)]
  renderRoot.append(held, inPlace)
  names = new DayNames({ renderRoot, addController: () => {} } as unknown as ReactiveElement)
})

/** The name of a day, so far below the beginning of the day. */
function name(offsetTop: number): HTMLElement {
  const heading = Object.assign(document.createElement('h3'), { className: 'day-name' })
  Object.defineProperty(heading, 'offsetTop', { value: offsetTop })
  return heading
}

const hidden = () => [held, inPlace].map(heading => heading.classList.contains('over'))

test('the name of the day lies over the messages while somebody scrolls, and not while they read', () => {
  names.scrolled(false)
  vi.advanceTimersByTime(1000)
  names.scrolled(false)
  vi.advanceTimersByTime(1000)
  expect(hidden()).toEqual([false, false])
  vi.advanceTimersByTime(300)
  expect(hidden()).toEqual([true, false])
  names.scrolled(false)
  expect(hidden()).toEqual([false, false])
})

test('it does not come up over what is followed at the end', () => {
  names.scrolled(true)
  expect(hidden()).toEqual([true, false])
})
