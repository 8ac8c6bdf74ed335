import { type ChatClient, type ChatState, EMPTY_STATE } from '@eplatform/chat'
import { LitElement, type PropertyValues } from 'lit'
import { property } from 'lit/decorators.js'
import { markLanguage } from '../words/mark'
import { followLanguage, languageUnderWay } from '../words/choice'

/** An element that shows a part of a client's state and follows its changes, and those of the language. */
export abstract class ChatElement extends LitElement {
  /** The chat that is shown. */
  @property({ attribute: false }) client: ChatClient | undefined

  #unsubscribe: (() => void) | undefined
  #unfollow: (() => void) | undefined
  #seen: readonly unknown[] = []

  get state(): ChatState {
    return this.client?.state ?? EMPTY_STATE
  }

  /** The parts of the state that this element shows: it renders again when one of them is another object. */
  protected abstract watched(state: ChatState): readonly unknown[]

  override connectedCallback(): void {
    super.connectedCallback()
    this.#follow()
    this.#unfollow = followLanguage(() => this.#speak())
    this.#mark()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#unsubscribe?.()
    this.#unsubscribe = undefined
    this.#unfollow?.()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client')) this.#follow()
    this.#seen = this.watched(this.state)
  }

  /** The first texts wait for their language, rather than to be shown in English for a moment. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const underWay = this.hasUpdated ? undefined : languageUnderWay()
    return underWay ? underWay.then(() => super.scheduleUpdate()) : super.scheduleUpdate()
  }

  #speak(): void {
    this.#mark()
    this.requestUpdate()
  }

  /** Only the outermost element of a chat is marked: what is inside inherits it. */
  #mark(): void {
    const root = this.getRootNode()
    if (!(root instanceof ShadowRoot && root.host instanceof ChatElement)) markLanguage(this)
  }

  #follow(): void {
    this.#unsubscribe?.()
    this.#unsubscribe = this.client?.subscribe(state => {
      const parts = this.watched(state)
      if (parts.some((part, index) => part !== this.#seen[index])) this.requestUpdate()
    })
  }
}
