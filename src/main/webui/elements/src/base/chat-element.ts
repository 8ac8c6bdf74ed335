import { type ChatClient, type ChatState, EMPTY_STATE } from '@eplatform/chat'
import { LitElement, type PropertyValues } from 'lit'
import { property } from 'lit/decorators.js'

/** An element that shows a part of a client's state and follows its changes. */
export abstract class ChatElement extends LitElement {
  /** The chat that is shown. */
  @property({ attribute: false }) client: ChatClient | undefined

  #unsubscribe: (() => void) | undefined
  #seen: readonly unknown[] = []

  get state(): ChatState {
    return this.client?.state ?? EMPTY_STATE
  }

  /** The parts of the state that this element shows: it renders again when one of them is another object. */
  protected abstract watched(state: ChatState): readonly unknown[]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#follow()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#unsubscribe?.()
    this.#unsubscribe = undefined
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client')) this.#follow()
    this.#seen = this.watched(this.state)
  }

  #follow(): void {
    this.#unsubscribe?.()
    this.#unsubscribe = this.client?.subscribe(state => {
      const parts = this.watched(state)
      if (parts.some((part, index) => part !== this.#seen[index])) this.requestUpdate()
    })
  }
}
