import type { ChatClient } from '@eplatform/chat'
import { type ChatApp, Opening, words } from '@eplatform/chat-elements'
import { forgetShell } from './kept-shell'
import { addressOf, type Place, placeOf } from './place'
import { signOut } from './sign-out'

/** Joins the chat to the page around it: its address and its history. */
export class Page {
  readonly #opening = new Opening({ found: id => this.#found(id), failed: problem => this.#tell(problem) })

  constructor(
    private readonly client: ChatClient,
    private readonly app: ChatApp,
    /** What is known of the account, and must not stay when it is left. */
    private readonly account: { forget(): void },
  ) {
    app.addEventListener('chat-open', event => this.open(event.conversationId))
    app.addEventListener('chat-open-with', event => this.go({ name: 'with', userId: event.userId }))
    app.addEventListener('chat-back', () => this.#back())
    app.addEventListener('chat-sign-in', () => location.reload())
    app.addEventListener('chat-sign-out', () => void this.#signOut())
    window.addEventListener('popstate', () => this.show(placeOf(location)))
  }

  show(place: Place): void {
    this.#opening.stop()
    this.app.problem = undefined
    this.app.waiting = place.name === 'with'
    this.app.conversationId = place.name === 'conversation' ? place.id : undefined
    this.app.seq = place.name === 'conversation' ? place.seq : undefined
    if (place.name === 'with') void this.#opening.open(this.client, place.userId)
  }

  /** The conversation that is open. */
  get conversationId(): string | undefined {
    return this.app.conversationId
  }

  open(conversationId: string): void {
    this.go({ name: 'conversation', id: conversationId })
  }

  /** Goes to a place, so that the browser's Back leads here again. */
  go(place: Place): void {
    const fromList = placeOf(location).name === 'list'
    if (addressOf(place) !== location.pathname + location.search) history.pushState({ fromList }, '', addressOf(place))
    this.show(place)
  }

  /** Back to the list; with the browser's own history if one came from there, and not from another conversation. */
  #back(): void {
    if ((history.state as { fromList?: boolean } | null)?.fromList) return history.back()
    history.replaceState(null, '', addressOf({ name: 'list' }))
    this.show({ name: 'list' })
  }

  #found(id: string): void {
    history.replaceState(history.state, '', addressOf({ name: 'conversation', id }))
    this.show({ name: 'conversation', id })
  }

  async #signOut(): Promise<void> {
    try {
      const way = await signOut()
      // The next one at this device may be another person.
      await this.client.signOut()
      this.account.forget()
      await forgetShell().catch(() => {})
      location.assign(way)
    } catch {
      this.#tell(words().signOutFailed)
    }
  }

  #tell(problem: string): void {
    this.app.waiting = false
    this.app.problem = problem
  }
}
