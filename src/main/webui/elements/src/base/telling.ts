import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { TellEvent } from './events'

/**
 * Has read out what its host says about itself, such as "Nobody was found.": every text marked `data-tell`, when it
 * appears or changes (WCAG 4.1.3). Of a slot that is what the page around has put there.
 */
export class Telling implements ReactiveController {
  #told: readonly string[] = []

  constructor(private readonly host: ReactiveControllerHost & HTMLElement & { renderRoot: ParentNode }) {
    host.addController(this)
  }

  hostUpdated(): void {
    const texts = [...this.host.renderRoot.querySelectorAll('[data-tell]')].map(textIn)
    for (const text of texts) if (text !== '' && !this.#told.includes(text)) this.host.dispatchEvent(new TellEvent(text))
    this.#told = texts
  }
}

function textIn(element: Element): string {
  const nodes = element instanceof HTMLSlotElement ? element.assignedNodes({ flatten: true }) : [element]
  return nodes.map(node => node.textContent ?? '').join(' ').replace(/\s+/g, ' ').trim()
}
