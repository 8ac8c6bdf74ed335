import { type ChatClient, type ChatState, nameOf, unread } from '@eplatform/chat'
import { type Arrival, Arrivals, oneLine, textOf, words } from '@eplatform/chat-elements'
import { hideNotification, showNotification } from './browser-notification'
import type { Chime } from './chime'
import type { KeptSettings } from './kept-settings'
import type { OurTabs } from './our-tabs'

/**
 * Tells of messages that nobody is looking at, as far as that was asked for: by a notification of the browser while no
 * tab of ours has the focus, and by a sound. One tab of all does it. What is read, here or elsewhere, is told no longer.
 */
export class Notifier {
  readonly #arrivals = new Arrivals()
  readonly #shown = new Set<string>()

  constructor(
    private readonly client: ChatClient,
    private readonly tabs: OurTabs,
    private readonly settings: KeptSettings,
    private readonly chime: Chime,
    private readonly page: { readonly conversationId: string | undefined; open(conversationId: string): void },
  ) {
    this.#follow(client.state)
    client.subscribe(state => this.#follow(state))
  }

  #follow(state: ChatState): void {
    const arrivals = this.#arrivals.upTo(state)
    if (arrivals.length > 0) void this.#tell(arrivals)
    for (const id of this.#shown) {
      const conversation = state.conversations.get(id)
      if (!conversation || unread(state, conversation) === 0) this.#hide(id)
    }
  }

  async #tell(arrivals: readonly Arrival[]): Promise<void> {
    if (document.hasFocus()) {
      // The tab that is looked at sounds for what is not seen in it.
      if (arrivals.some(({ conversation }) => conversation.id !== this.page.conversationId)) this.#sound()
    } else if (this.tabs.notifies && !(await this.tabs.lookedAt())) {
      this.#sound()
      for (const arrival of arrivals) this.#show(arrival)
    }
  }

  #sound(): void {
    if (this.settings.current.sound) this.chime.sound()
  }

  #show({ conversation, message }: Arrival): void {
    const { notifications, preview } = this.settings.current
    if (!notifications) return
    this.#shown.add(conversation.id)
    void showNotification(conversation.id, {
      title: nameOf(this.client.state, conversation) || words().chat,
      body: preview ? oneLine(textOf(message)) : words().newMessage,
      open: () => this.page.open(conversation.id),
    })
  }

  #hide(conversationId: string): void {
    this.#shown.delete(conversationId)
    void hideNotification(conversationId)
  }
}
