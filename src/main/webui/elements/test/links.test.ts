// @vitest-environment happy-dom
import fc from 'fast-check'
import { html, render } from 'lit'
import { expect, test, vi } from 'vitest'
import { linked } from '../src/shared/linked'
import { Links } from '../src/shared/links'

/** Shows texts below each other as a history does, and again whenever it is told to. */
function shown(load: () => Promise<typeof linked>) {
  const place = document.createElement('div')
  const texts: string[] = []
  const links = new Links(load)
  const show = () => render(texts.map(text => html`<p>${links.in(text)}</p>`), place)
  links.follow(show)
  const add = (text: string) => {
    texts.push(text)
    show()
  }
  const hrefs = () => [...place.querySelectorAll('a')].map(link => link.getAttribute('href'))
  return { add, hrefs, links, place, text: () => place.textContent }
}

test('a text without an address loads nothing', () => {
  const load = vi.fn(() => Promise.resolve(linked))
  const { add, text } = shown(load)
  for (const plain of ['hello', 'notes.md is at example.com, v1.2.3', '10:30 // a/b', '']) add(plain)
  expect(load).not.toHaveBeenCalled()
  expect(text()).toContain('example.com')
})

test('texts with addresses are plain until what finds these is there, and it is loaded once', async () => {
  let arrive = (_: typeof linked) => {}
  const load = vi.fn(() => new Promise<typeof linked>(resolve => (arrive = resolve)))
  const { add, hrefs, text, links } = shown(load)
  add('see https://a.example/x.')
  add('or WWW.example.com')
  expect(hrefs()).toEqual([])
  expect(text()).toBe('see https://a.example/x.or WWW.example.com')
  expect(links.areLoaded).toBe(false)
  arrive(linked)
  await vi.waitFor(() => expect(hrefs()).toEqual(['https://a.example/x', 'https://WWW.example.com']))
  expect(text()).toBe('see https://a.example/x.or WWW.example.com')
  expect(links.areLoaded).toBe(true)
  add('tel:+49123456')
  expect(hrefs()).toHaveLength(3)
  expect(load).toHaveBeenCalledTimes(1)
})

test('a link opens beside the page, gives nothing away, and tells a host with letters of another script', async () => {
  const { add, place } = shown(() => Promise.resolve(linked))
  add('https://a.example/ and https://xn--80ak6aa92e.com/')
  await vi.waitFor(() => expect(place.querySelectorAll('a')).toHaveLength(2))
  const [plain, disguised] = [...place.querySelectorAll('a')]
  expect(plain!.outerHTML.replace(/<!--.*?-->/g, '')).toBe(
    '<a dir="ltr" tabindex="-1" target="_blank" rel="noopener noreferrer nofollow" href="https://a.example/">https://a.example/</a>',
  )
  expect(disguised!.title).toBe('аррӏе.com = xn--80ak6aa92e.com')
})

test('what cannot be loaded leaves texts plain and is tried again with the next one that may have an address', async () => {
  const answers = [() => Promise.reject(new Error('no network')), () => Promise.resolve(linked)]
  const load = vi.fn(() => answers[load.mock.calls.length - 1]!())
  const { links } = shown(load)
  const told = vi.fn()
  links.follow(told)
  expect(links.in('https://a.example/')).toBe('https://a.example/')
  await new Promise(resolve => setTimeout(resolve))
  expect(told).not.toHaveBeenCalled()
  expect(load).toHaveBeenCalledTimes(1)
  links.in('no address')
  expect(load).toHaveBeenCalledTimes(1)
  expect(links.in('bob@example.com')).toBe('bob@example.com')
  expect(load).toHaveBeenCalledTimes(2)
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1))
  expect(links.in('bob@example.com')).toHaveLength(3)
})

test('whoever shows nothing any more is not told', async () => {
  const { links } = shown(() => Promise.resolve(linked))
  const [gone, there] = [vi.fn(), vi.fn()]
  links.follow(gone)()
  links.follow(there)
  links.in('https://a.example/')
  await vi.waitFor(() => expect(there).toHaveBeenCalledTimes(1))
  expect(gone).not.toHaveBeenCalled()
})

test('no text in which an address is found is taken for one without', () => {
  const piece = fc.constantFrom(
    'http', 'HTTPS', ':', '//', '/', 'www', 'WwW', '.', 'a', 'example.com', 'b.example', '@', '＠', 'mailto', 'Tel', '+49123456', '123', ' ', '\u202E', 'ſ', '。',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const text = pieces.join('')
      const load = vi.fn(() => Promise.resolve(linked))
      new Links(load).in(text)
      if (linked(text).length > 1) expect(load).toHaveBeenCalledTimes(1)
    }),
    { numRuns: 2000 },
  )
})
