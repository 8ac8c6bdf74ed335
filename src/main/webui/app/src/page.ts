import { type ChatClient, ChatError, isTemporary, retryDelay, SignedOutError } from '@eplatform/chat'
import { type ChatApp, until, words } from '@eplatform/chat-elements'
import { forgetShell } from './kept-shell'
import { addressOf, type Place, placeOf } from './place'
import { signOut } from './sign-out'

/** Joins the chat to the page around it: its address and its history. */
export class Page {
  /** Counts the places visited, so that an answer for one that was left is not shown. */
  #visit = 0

  constructor(
    private readonly client: ChatClient,
    private readonly app: ChatApp,
  ) {
    app.addEventListener('chat-open', event => this.open(event.conversationId))
    app.addEventListener('chat-open-with', event => this.go({ name: 'with', userId: event.userId }))
    app.addEventListener('chat-back', () => this.#back())
    app.addEventListener('chat-sign-in', () => location.reload())
    app.addEventListener('chat-sign-out', () => void this.#signOut())
    window.addEventListener('popstate', () => this.show(placeOf(location)))
  }

  show(place: Place): void {
    this.#visit++
    this.app.problem = undefined
    this.app.waiting = place.name === 'with'
    this.app.conversationId = place.name === 'conversation' ? place.id : undefined
    this.app.seq = place.name === 'conversation' ? place.seq : undefined
    if (place.name === 'with') void this.#openWith(place.userId)
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

  async #openWith(userId: string, failures = 0): Promise<void> {
    const visit = this.#visit
    try {
      const id = await this.client.startConversation(userId)
      if (visit !== this.#visit) return
      history.replaceState(history.state, '', addressOf({ name: 'conversation', id }))
      this.show({ name: 'conversation', id })
    } catch (error) {
      if (visit !== this.#visit || error instanceof SignedOutError) return
      const delay = retryDelay(error, failures)
      if (isTemporary(error)) setTimeout(() => visit === this.#visit && void this.#openWith(userId, failures + 1), delay)
      if (isLimit(error)) this.#tell(words().manyChats(until(delay)))
      else if (!isTemporary(error)) this.#tell(problemWith(error))
    }
  }

  async #signOut(): Promise<void> {
    try {
      const way = await signOut()
      // The next one at this device may be another person.
      await this.client.signOut()
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

function isLimit(error: unknown): boolean {
  return error instanceof ChatError && error.code === 'rate_limited'
}

function problemWith(error: unknown): string {
  if (!(error instanceof ChatError)) return words().chatNotOpened
  if (error.code === 'user_not_found') return words().personUnknown
  if (error.code === 'self_conversation') return words().chatWithOneself
  return words().chatNotOpened
}
