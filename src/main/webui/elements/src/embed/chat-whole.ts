import type { PropertyValues } from 'lit'
import { define } from '../base/define'
import { Opening } from '../shared/opening'
import { ChatApp } from '../shell/app'
import { chat } from './chat'

/**
 * The whole chat as a part of somebody else's page: what is open is its own to decide.
 *
 * @csspart list - all conversations
 * @csspart row - one of them, or somebody who was found
 * @csspart row-badge - how many of its messages are unread
 */
@define('chat-whole')
export class ChatWhole extends ChatApp {
  #asked: string | undefined
  readonly #opening = new Opening({
    found: id => this.#open(id),
    failed: (problem, error) => {
      chat.failToOpen(error)
      this.waiting = false
      this.problem = problem
    },
  })

  constructor() {
    super()
    this.embedded = true
    this.addEventListener('chat-open', event => this.#open(event.conversationId))
    this.addEventListener('chat-open-with', event => this.openWith(event.userId))
    this.addEventListener('chat-back', () => this.#open(undefined))
  }

  /** Opens the conversation with somebody, or begins it. */
  openWith(userId: string): void {
    this.#open(undefined)
    this.waiting = true
    if (this.client) void this.#opening.open(this.client, userId)
    else this.#asked = userId
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (changed.has('client') && changed.get('client') !== undefined) this.#open(undefined)
    if (!this.client || this.#asked === undefined) return
    void this.#opening.open(this.client, this.#asked)
    this.#asked = undefined
  }

  #open(conversationId: string | undefined): void {
    this.#opening.stop()
    this.waiting = false
    this.problem = undefined
    this.conversationId = conversationId
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-whole': ChatWhole
  }
}
