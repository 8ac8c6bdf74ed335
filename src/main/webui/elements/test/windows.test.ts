// @vitest-environment happy-dom
import type { ChatClient } from '@eplatform/chat'
import { beforeEach, expect, test, vi } from 'vitest'
import type { FakeConversation } from '../../sdk/test/fake/fake-data'
import type { FakeServer } from '../../sdk/test/fake/fake-server'
import { meeting, passes } from '../../sdk/test/setup'
import { ChatHistory } from '../src/thread/history'
import { observeScreen, screen } from './screen'

/** The height of a message and of the page, in CSS pixels: this DOM has no layout of its own. */
const ROW = 50
const VIEW = 500

let server: FakeServer
let client: ChatClient
let conversation: FakeConversation
let history: ChatHistory

/** A conversation of this length, all of it read but the last. */
async function show(count: number, unread = 0, seq?: number) {
  ;({ server, client, conversation } = await meeting(count))
  client.markRead('ab', count - unread)
  await passes(1000)
  history = new ChatHistory()
  history.client = client
  history.conversationId = 'ab'
  history.seq = seq
  document.body.replaceChildren(history)
  await passes(50)
}

vi.setConfig({ testTimeout: 20_000 })

beforeEach(() => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(true)
  layOut()
  observeScreen()
})

/** Rows below each other in a page that scrolls, the line above the new ones as high as a row. */
function layOut() {
  const scrollTops = new WeakMap<Element, number>()
  const inScroller = (element: Element) => element.closest('.scroller')
  // Counted anew only when the first or the last one is another: each measurement would otherwise cost as much as all of them.
  let lines: Element[] = []
  const counted = (scroller: Element) => {
    const lists = scroller.querySelectorAll('ol')
    const ends = [lists[0]?.firstElementChild, lists[lists.length - 1]?.lastElementChild]
    const count = [...lists].reduce((sum, list) => sum + list.childElementCount, 0)
    if (lines[0] !== ends[0] || lines.at(-1) !== ends[1] || lines.length !== count) lines = [...scroller.querySelectorAll('.new, .message')]
    return lines
  }
  const height = (scroller: Element) => counted(scroller).length * ROW
  const is = (element: Element) => element.matches('.scroller')
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get(this: Element) { return is(this) ? VIEW : 0 } },
    scrollHeight: { configurable: true, get(this: Element) { return is(this) ? height(this) : 0 } },
    scrollTop: {
      configurable: true,
      get(this: Element) { return scrollTops.get(this) ?? 0 },
      set(this: Element, top: number) { scrollTops.set(this, Math.max(0, Math.min(top, height(this) - VIEW))) },
    },
  })
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const scroller = inScroller(this)
    if (!scroller || is(this)) return new DOMRect(0, 0, 300, VIEW)
    return new DOMRect(0, counted(scroller).indexOf(this) * ROW - (scrollTops.get(scroller) ?? 0), 300, ROW)
  })
}

const one = <E extends HTMLElement>(selector: string) => history.renderRoot.querySelector<E>(selector)
const rows = () => [...history.renderRoot.querySelectorAll<HTMLElement>('.message')]
const inView = () => rows().filter(row => row.getBoundingClientRect().top >= 0 && row.getBoundingClientRect().bottom <= VIEW).map(row => Number(row.dataset['seq']))
const focused = () => history.shadowRoot!.activeElement as HTMLElement | null

async function scroll(by: number) {
  const scroller = one('.scroller')!
  scroller.scrollTop += by
  scroller.dispatchEvent(new Event('scroll'))
  await passes(50)
}

async function press(target: Element, key: string, init: KeyboardEventInit = {}) {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init }))
  await passes(50)
}

test('what is loaded above does not move what is in view', async () => {
  await show(200)
  for (let n = 0; n < 5; n++) {
    const scroller = one('.scroller')!
    scroller.scrollTop -= 2000
    const before = inView()
    scroller.dispatchEvent(new Event('scroll'))
    await passes(50)
    expect(inView()).toEqual(before)
  }
})

test('a conversation opens at its new messages when they do not fit, with the line a quarter below the top', async () => {
  await show(200, 30)
  expect(one('.new')!.textContent).toBe('30 new messages')
  expect(one('.new')!.getBoundingClientRect().top).toBe(VIEW / 4)
  expect(one('.pill')).toBeNull()
})

test('whoever jumps over the new messages is led back to the first of them', async () => {
  await show(400, 300)
  expect(inView()).toContain(101)
  history.toEnd()
  await passes(50)
  expect(inView()).toContain(400)
  expect(one('.pill')!.textContent!.trim()).toBe('300 new messages')
  one('.pill-jump')!.click()
  await passes(50)
  expect(inView()).toContain(101)
  expect(focused()?.dataset['seq']).toBe('101')
  expect(one('.pill')).toBeNull()
})

test('the x of the pill marks everything as read', async () => {
  await show(400, 300)
  vi.mocked(document.hasFocus).mockReturnValue(false)
  history.toEnd()
  await passes(50)
  one('.pill-close')!.click()
  await passes(1000)
  expect(one('.pill')).toBeNull()
  expect(conversation.markers.get('alice')!.readSeq).toBe(400)
})

test('new messages that come while nobody looks get a line when everything above was read', async () => {
  await show(20)
  expect(one('.new')).toBeNull()
  vi.mocked(document.hasFocus).mockReturnValue(false)
  server.say(conversation, 'bob', 'one')
  server.say(conversation, 'bob', 'two')
  await passes(50)
  expect(one('.new')!.textContent).toBe('2 new messages')
  vi.mocked(document.hasFocus).mockReturnValue(true)
  window.dispatchEvent(new Event('focus'))
  await passes(50)
  server.say(conversation, 'bob', 'three')
  await passes(50)
  expect(one('.new')!.textContent).toBe('2 new messages')
})

test('what stands below the end of the window is read only once it is scrolled into it', async () => {
  Object.assign(screen, { top: -1000, bottom: -200 })
  await show(4, 3)
  await passes(1000)
  expect(conversation.markers.get('alice')!.readSeq).toBe(1)
  Object.assign(screen, { top: 0, bottom: 3 * ROW + 20 })
  await passes(1000)
  expect(conversation.markers.get('alice')!.readSeq).toBe(2)
  Object.assign(screen, { bottom: VIEW })
  await passes(1000)
  expect(conversation.markers.get('alice')!.readSeq).toBe(4)
})

test('what is in view of a window that nobody looks at is read when somebody comes back to it', async () => {
  vi.mocked(document.hasFocus).mockReturnValue(false)
  await show(4, 3)
  await passes(1000)
  expect(conversation.markers.get('alice')!.readSeq).toBe(1)
  vi.mocked(document.hasFocus).mockReturnValue(true)
  window.dispatchEvent(new Event('focus'))
  await passes(1000)
  expect(conversation.markers.get('alice')!.readSeq).toBe(4)
})

test('what comes while the chat is not in the window gets a line', async () => {
  await show(4)
  Object.assign(screen, { top: -1000, bottom: -200 })
  await passes(50)
  server.say(conversation, 'bob', 'one')
  await passes(1000)
  expect(one('.new')!.textContent).toBe('1 new message')
  expect(conversation.markers.get('alice')!.readSeq).toBe(4)
})

test('a message is opened wherever it is, a quarter below the top, marked for a moment and focused', async () => {
  await show(400, 0, 100)
  const row = rows().find(row => row.dataset['seq'] === '100')!
  expect(row.getBoundingClientRect().top).toBe(VIEW / 4)
  expect(row.matches('.found')).toBe(true)
  expect(focused()).toBe(row)
  await passes(2500)
  expect(row.matches('.found')).toBe(false)
  history.seq = 300
  await passes(50)
  expect(focused()?.dataset['seq']).toBe('300')
  expect(one('.jump')).not.toBeNull()
})

test('a message that could not be loaded is come to when the connection is back', async () => {
  await show(400)
  server.failRest = true
  history.toMessage(100)
  await passes(50)
  expect(one('.found')).toBeNull()
  server.failRest = false
  history.toMessage(100)
  await passes(50)
  expect(one('.found')?.dataset['seq']).toBe('100')
})

test('the button to the end loads the newest page in place of the past, and the reader follows from there', async () => {
  await show(400, 0, 100)
  one('.jump')!.click()
  await passes(50)
  expect(inView()).toContain(400)
  expect(one('.jump')).toBeNull()
  server.say(conversation, 'bob', 'new')
  await passes(50)
  expect(inView()).toContain(401)
})

test('a reader in the past is not moved by what is new, and is told of it', async () => {
  await show(400, 0, 100)
  const before = inView()
  server.say(conversation, 'bob', 'new')
  await passes(50)
  expect(inView()).toEqual(before)
  expect(one('.jump')!.getAttribute('aria-label')).toBe('Jump to latest, 1 new')
})

test('an own message that waits is seen in a window of the past too, after what can be loaded', async () => {
  await show(400, 0, 100)
  server.refuseConnections = true
  server.failRest = true
  server.cut()
  client.send('ab', 'mine')
  await passes(50)
  const last = rows().at(-1)!
  expect(last.dataset['state']).toBe('queued')
  expect(one('.newer')!.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
})

test('Ctrl+End leads to the newest, Shift+PageUp to the first unread, from anywhere in the list', async () => {
  await show(400, 300)
  await press(rows()[3]!, 'End', { ctrlKey: true })
  expect(focused()?.dataset['seq']).toBe('400')
  await press(rows().at(-1)!, 'PageUp', { shiftKey: true })
  expect(focused()?.dataset['seq']).toBe('101')
})

test('End goes to the newest message, also when the page with that comes late and some of it was here', async () => {
  await show(130, 120)
  void client.loadNewer('ab')
  await passes(50)
  const { messages, hasNewer } = client.state.threads.get('ab')!
  expect([messages.at(-1)!.seq, hasNewer]).toEqual([100, true])
  server.latencyMs = 500
  rows()[3]!.focus()
  await press(rows()[3]!, 'End')
  await passes(2000)
  expect(focused()?.dataset['seq']).toBe('130')
  expect(focused()?.tabIndex).toBe(0)
})

test('Enter goes into a message, arrows go round in it, Escape leads back', async () => {
  await show(0)
  server.say(conversation, 'bob', 'https://a.example/ and https://b.example/')
  await vi.waitFor(() => expect(rows()[0]!.querySelectorAll('a')).toHaveLength(2))
  const row = rows()[0]!
  row.focus()
  await passes(0)
  await press(row, 'Enter')
  const visited = [focused()!.getAttribute('href')]
  for (let n = 0; n < 3; n++) {
    await press(focused()!, 'ArrowRight')
    visited.push(focused()!.getAttribute('href') ?? focused()!.getAttribute('aria-label'))
  }
  expect(visited).toEqual(['https://a.example/', 'https://b.example/', 'Copy text', 'Copy link'])
  await press(focused()!, 'Escape')
  expect(focused()).toBe(row)
})

test('the Tab key goes on from inside a message as from the message', async () => {
  await show(3)
  server.say(conversation, 'bob', 'https://a.example/')
  await vi.waitFor(() => expect(rows().at(-1)!.querySelector('a')).not.toBeNull())
  const row = rows().at(-1)!
  rows()[0]!.focus()
  await press(rows()[0]!, 'ArrowDown')
  row.querySelector('a')!.focus()
  await press(focused()!, 'Tab', { shiftKey: true })
  expect(focused()?.localName).toBe('a')
  await press(focused()!, 'Tab')
  expect(focused()).toBe(row)
  expect(rows().filter(({ tabIndex }) => tabIndex === 0)).toEqual([row])
})

test('what has the focus in a message is still there when another window has been looked at', async () => {
  await show(3)
  const row = rows()[1]!
  row.focus()
  await passes(0)
  await press(row, 'Enter')
  const action = focused()!
  const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(false)
  action.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }))
  await passes(0)
  hasFocus.mockRestore()
  expect(action.isConnected).toBe(true)
  expect(focused()).toBe(action)
})

test('a message that moves keeps the focus', async () => {
  await show(3)
  server.refusals.push({ code: 'message_too_long' })
  client.send('ab', 'refused')
  await passes(50)
  const refused = rows().at(-1)!
  refused.focus()
  client.send('ab', 'sent after it')
  await passes(200)
  expect(rows().at(-1)).toBe(refused)
  expect(focused()).toBe(refused)
})

test('the text and the link of a message can be copied', async () => {
  await show(3)
  history.linkTo = (id, seq) => `https://chat.example/chat/?c=${id}&m=${seq}`
  const copied: string[] = []
  vi.stubGlobal('navigator', Object.create(navigator, { clipboard: { value: { writeText: async (text: string) => void copied.push(text) } } }))
  rows()[1]!.focus()
  await passes(0)
  for (const action of history.renderRoot.querySelectorAll<HTMLElement>('.action')) action.click()
  await passes(50)
  vi.unstubAllGlobals()
  expect(copied).toEqual(['message 2', 'https://chat.example/chat/?c=ab&m=2'])
})

test('a finger that rests on a message opens what can be done with it; one that moves does not', async () => {
  await show(3)
  const touch = (type: string, y: number) =>
    rows()[0]!.dispatchEvent(Object.assign(new Event(type, { bubbles: true, composed: true }), { pointerType: 'touch', clientX: 0, clientY: y }))
  touch('pointerdown', 0)
  touch('pointermove', 50)
  await passes(1000)
  expect(one('.sheet')).toBeNull()
  touch('pointerdown', 0)
  await passes(1000)
  expect([...one('.sheet')!.querySelectorAll('.choice')].map(choice => choice.textContent)).toEqual(['Copy text', 'Copy link'])
})

test('a conversation that was left is not kept in its whole length', async () => {
  await show(200)
  for (let n = 0; n < 3; n++) await scroll(-1500)
  history.remove()
  expect(client.state.threads.get('ab')?.messages.length ?? 0).toBeLessThanOrEqual(50)
})

test('what comes to the end is followed, and is not laid out for that before the browser does so', async () => {
  await show(60)
  const asked = [
    vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get'),
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get'),
    vi.mocked(Element.prototype.getBoundingClientRect),
  ]
  server.say(conversation, 'bob', 'me last')
  asked.forEach(spy => spy.mockClear())
  for (let ms = 0; ms < 50 && rows().at(-1)!.dataset['seq'] !== '61'; ms++) await passes(1)
  expect(rows().at(-1)!.dataset['seq']).toBe('61')
  expect(asked.map(spy => spy.mock.calls.length)).toEqual([0, 0, 0])
  await passes(50)
  expect(inView()).toContain(61)
})

test('what becomes of a message is shown although no message changes', async () => {
  await show(1)
  const state = () => rows().at(-1)!.dataset['state']
  client.send('ab', 'hello')
  await passes(0)
  const states = [state()]
  await passes(100)
  states.push(state())
  server.mark(conversation, 'bob', 1, 2)
  await passes(50)
  states.push(state())
  server.mark(conversation, 'bob', 2, 2)
  await passes(50)
  expect([...states, state()]).toEqual(['sending', 'sent', 'delivered', 'read'])
})
