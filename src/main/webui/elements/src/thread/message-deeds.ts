import type { ChatClient } from '@eplatform/chat'
import { TellEvent } from '../base/events'
import { copy } from '../shared/copy'
import { words } from '../words/words'
import type { Item } from './item'
import { copiedPart, type MessageActions } from './message-actions'
import type { Notice } from './notice'

/** The history whose messages something is done with. */
interface Host extends EventTarget {
  readonly client: ChatClient | undefined
  readonly conversationId: string
  readonly linkTo: (conversationId: string, seq: number) => string
}

/** Does what somebody chose to do with a message, and tells what came of it. Each deed can be handed on by itself. */
export class MessageDeeds implements MessageActions {
  constructor(
    private readonly host: Host,
    private readonly notice: Notice,
  ) {}

  get copied(): string | undefined {
    return this.notice.copied
  }

  readonly retry = ({ outgoing }: Item): void => {
    this.#handled(() => outgoing && this.host.client?.retry(outgoing.clientId))
  }

  readonly edit = ({ outgoing }: Item): void => {
    this.#handled(() => outgoing && this.host.client?.takeBack(outgoing.clientId))
  }

  readonly discard = ({ outgoing }: Item): void => {
    this.#handled(() => outgoing && this.host.client?.discard(outgoing.clientId))
  }

  readonly copyText = (item: Item): void => {
    void this.#copy(copiedPart(item, 'text'), item.body)
  }

  readonly copyLink = (item: Item): void => {
    void this.#copy(copiedPart(item, 'link'), this.host.linkTo(this.host.conversationId, item.seq ?? 0))
  }

  async #copy(part: string, text: string): Promise<void> {
    const done = await copy(text)
    this.host.dispatchEvent(new TellEvent(done ? words().copied : words().copyFailed))
    if (done) this.notice.tell({ copied: part })
  }

  #handled(act: () => void): void {
    act()
    this.host.dispatchEvent(new Event('chat-handled'))
  }
}
