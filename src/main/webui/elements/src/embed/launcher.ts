import { tokenSheet } from '../theme/token-sheet'
import { shortCount } from '../words/numbers'
import { glance } from '../words/choice'
import { chat } from './chat'
import type { Body } from './late-element'
import { launcherStyles } from './launcher.styles'
import { LazyPanel } from './lazy-panel'
import { make } from './make'
import { sheetOf } from './sheet'

const BUBBLE = 'M10 3.5c4.1 0 7.25 2.7 7.25 6.2S14.1 16 10 16c-.9 0-1.7-.1-2.5-.35L3.75 17l.9-3.05C3.4 12.85 2.75 11.4 2.75 9.7c0-3.5 3.15-6.2 7.25-6.2Z'

const SVG = 'http://www.w3.org/2000/svg'
const SHAPE = {
  width: '26', height: '26', viewBox: '0 0 20 20', fill: 'none', stroke: 'currentColor',
  'stroke-width': '1.75', 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true',
}

/** The button of `chat-launcher`, and its panel. */
export class Launcher implements Body {
  readonly #name = make('span', { class: 'for-readers' })
  readonly #badge = make('span', { part: 'badge', class: 'badge', 'aria-hidden': 'true' })
  readonly #button = make('button', { part: 'launcher', class: 'launcher', type: 'button', 'aria-haspopup': 'dialog' }, bubble(), this.#name, this.#badge)
  readonly #panel: LazyPanel

  constructor(owner: HTMLElement, root: ShadowRoot) {
    this.#panel = new LazyPanel(owner, () => this.render(), () => chat.addressOf())
    root.adoptedStyleSheets.push(sheetOf(tokenSheet), sheetOf(launcherStyles))
    root.append(this.#button)
    for (const sign of ['pointerenter', 'pointerdown', 'focusin']) this.#button.addEventListener(sign, () => this.#panel.prepare())
    this.#button.addEventListener('click', () => (this.isOpen ? this.close() : this.open()))
  }

  get isOpen(): boolean {
    return this.#panel.isOpen
  }

  open(userId?: string): void {
    void this.#panel.open({ name: 'all', userId }, glance().chat)
  }

  close(): void {
    this.#panel.close()
  }

  render(): void {
    const { state, unread } = chat
    this.#button.hidden = state?.me === undefined
    this.#button.setAttribute('aria-expanded', String(this.isOpen))
    this.#name.textContent = unread > 0 ? glance().chat + glance().comma + glance().unread(unread) : glance().chat
    this.#badge.hidden = unread === 0
    this.#badge.textContent = shortCount(unread)
    this.#panel.update(glance().chat)
  }
}

/** In the colour of the text around, and never read out. */
function bubble(): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  for (const [name, value] of Object.entries(SHAPE)) svg.setAttribute(name, value)
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', BUBBLE)
  svg.append(path)
  return svg
}
