// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { ChatSplitter } from '../src/shell/splitter'
import { setLanguage } from '../src/words/choice'

let shell: HTMLElement
let splitter: ChatSplitter

beforeEach(async () => {
  localStorage.clear()
  await put()
})

async function put() {
  shell = document.createElement('div')
  splitter = new ChatSplitter()
  shell.append(splitter)
  document.body.replaceChildren(shell)
  await splitter.updateComplete
}

const handle = () => splitter.renderRoot.querySelector<HTMLElement>('[role=separator]')!
const width = () => shell.style.getPropertyValue('--chat-list-width')

async function press(...keys: string[]) {
  for (const key of keys) {
    handle().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await splitter.updateComplete
  }
}

test('the list is as wide as the page says until somebody moves its edge', async () => {
  expect(width()).toBe('')
  expect(handle().getAttribute('aria-valuenow')).toBe('320')
  await press('ArrowRight')
  expect(width()).toBe('330px')
  expect(handle().getAttribute('aria-valuenow')).toBe('330')
})

test('it stays between 260 and 420 px', async () => {
  await press('Home', 'ArrowLeft')
  expect(width()).toBe('260px')
  await press('End', 'ArrowRight')
  expect(width()).toBe('420px')
})

test('this browser remembers it, and forgets it with a double click', async () => {
  await press('End')
  await put()
  expect(width()).toBe('420px')
  handle().dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
  await splitter.updateComplete
  expect(width()).toBe('')
  await put()
  expect(width()).toBe('')
})

test('what somebody else kept there is no width', async () => {
  for (const nonsense of ['wide', '-5', '9e9']) {
    localStorage.setItem('eplatform-chat.list-width', nonsense)
    await put()
    expect(['', '420px']).toContain(width())
  }
})

test('where one reads from the right, the arrow to the left makes it wider', async () => {
  await setLanguage({ locale: 'ar' })
  await press('ArrowLeft')
  expect(width()).toBe('330px')
  await setLanguage({ locale: 'en' })
})
