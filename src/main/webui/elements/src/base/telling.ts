import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { TellEvent } from './events'

/**
 * Has read out what its host says about itself, such as "Nobody was found.": every text marked `data-tell`, when it
 * appears or changes (WCAG 4.1.3).
 */
export class Telling implements ReactiveController {
  #told: readonly string[] = []

  constructor(private readonly host: ReactiveControllerHost & HTMLElement & { renderRoot: ParentNode }) {
    host.addController(this)
  }

  hostUpdated(): void {
    const texts = [...this.host.renderRoot.querySelectorAll('[data-tell]')].map(element => element.textContent ?? '')
    for (const text of texts) if (!this.#told.includes(text)) this.host.dispatchEvent(new TellEvent(text))
    this.#told = texts
  }
}
