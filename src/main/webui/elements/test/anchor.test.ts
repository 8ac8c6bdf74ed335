import { expect, test } from 'vitest'
import { Anchor } from '../src/thread/anchor'

/** A place of 500 px that shows ten messages of 100 px each, without a browser. */
function place() {
  const scroller = { scrollTop: 500, clientHeight: 500, scrollHeight: 1000, getBoundingClientRect: () => ({ top: 0 }) }
  const tops = Array.from({ length: 10 }, (_, index) => index * 100)
  const messages = tops.map((_, index) => ({
    isConnected: true,
    getBoundingClientRect: () => ({ top: tops[index]! - scroller.scrollTop, bottom: tops[index]! + 100 - scroller.scrollTop }),
  }))
  const anchor = new Anchor(() => scroller as unknown as HTMLElement)
  const grows = (above: number, below: number) => {
    anchor.hold(messages as unknown as HTMLElement[])
    tops.forEach((top, index) => (tops[index] = top + above))
    scroller.scrollHeight += above + below
    anchor.restore()
  }
  const scrollTo = (top: number) => {
    scroller.scrollTop = top
    anchor.scrolled()
  }
  /** How far the end is below what is seen. */
  const toGo = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight
  return { scroller, anchor, grows, scrollTo, toGo }
}

test('a reader at the end stays at the end', () => {
  const { grows, scrollTo, toGo } = place()
  scrollTo(499)
  grows(0, 100)
  expect(toGo()).toBeLessThanOrEqual(0)
})

test.each([10, 100, 149, 300])('a reader %i px above the end is not pulled down', above => {
  const { scroller, grows, scrollTo } = place()
  scrollTo(500 - above)
  grows(0, 100)
  expect(scroller.scrollTop).toBe(500 - above)
})

test('what comes above moves nothing that is seen', () => {
  const { scroller, grows, scrollTo } = place()
  scrollTo(200)
  grows(700, 0)
  expect(scroller.scrollTop).toBe(900)
})

test('the end counts as near up to 150 px above it', () => {
  const { anchor, scrollTo } = place()
  scrollTo(350)
  expect(anchor.nearEnd).toBe(true)
  scrollTo(349)
  expect(anchor.nearEnd).toBe(false)
})

test('a reader at the end follows what is not laid out yet when an earlier move is told of meanwhile', () => {
  const { scroller, anchor, scrollTo, toGo } = place()
  scrollTo(500)
  anchor.wait()
  scroller.scrollHeight += 100
  anchor.scrolled()
  anchor.restore()
  expect(toGo()).toBeLessThanOrEqual(0)
})

test('a reader who goes up before what came is laid out is let go', () => {
  const { scroller, anchor, scrollTo } = place()
  scrollTo(500)
  anchor.wait()
  scroller.scrollHeight += 100
  scrollTo(400)
  anchor.restore()
  expect(scroller.scrollTop).toBe(400)
})
