import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { html, nothing, type TemplateResult } from 'lit'
import { words } from '../words/words'
import type { Item } from './item'
import { actionSheet, type MessageActions } from './message-actions'

/** What can be done with one message, at the lower edge, for those who have no pointer to hover with. */
export class MessageSheet implements ReactiveController {
  #key: string | undefined

  constructor(private readonly host: ReactiveControllerHost & { renderRoot: ParentNode }) {
    host.addController(this)
  }

  open(key: string): void {
    this.#key = key
    this.host.requestUpdate()
  }

  hostUpdated(): void {
    if (this.#key === undefined) return
    const dialog = this.host.renderRoot.querySelector<HTMLDialogElement>('.sheet')
    if (dialog && !dialog.open) dialog.showModal()
  }

  render(items: readonly Item[], actions: MessageActions): TemplateResult | typeof nothing {
    const item = items.find(({ key }) => key === this.#key)
    if (!item) return nothing
    // A press outside of what it shows is one on the dialog itself.
    return html`<dialog class="sheet" aria-label=${words().messageActions} @close=${this.#close}
      @click=${(event: Event) => event.target === event.currentTarget && this.#close()}>
      <div>${actionSheet(item, actions, this.#close)}</div>
    </dialog>`
  }

  readonly #close = (): void => {
    this.#key = undefined
    this.host.requestUpdate()
  }
}
