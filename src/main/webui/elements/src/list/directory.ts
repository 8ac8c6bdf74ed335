import { ChatError, type ChatClient, type Person } from '@eplatform/chat'
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit'
import { placeholder } from '../shared/status'
import { until } from '../shared/times'
import { words } from '../words/words'

/** How long to wait for another key stroke before asking, in milliseconds. */
const SETTLE_MS = 200

/** Looks people up in the platform's directory as somebody types, and watches the presence of those it found. */
export class Directory implements ReactiveController {
  state: 'idle' | 'searching' | 'failed' = 'idle'
  #failure: unknown
  #found: readonly string[] = []
  #next: string | undefined
  #query = ''
  #asked = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #choice: (() => void) | undefined

  constructor(
    private readonly host: ReactiveControllerHost & { client: ChatClient | undefined },
    private readonly watcher: string,
  ) {
    host.addController(this)
  }

  /** Who was found, with their presence as it is now. */
  get people(): Person[] {
    return this.#found.flatMap(id => this.host.client?.state.people.get(id) ?? [])
  }

  hostDisconnected(): void {
    this.clear()
  }

  /** Looks for people whose name has this in it; soon, unless another wish follows. */
  search(query: string): void {
    this.#end()
    this.#query = query
    this.state = 'searching'
    this.#timer = setTimeout(() => void this.#ask(), SETTLE_MS)
    this.host.requestUpdate()
  }

  /** Fetches the next page of the same people. */
  more(): void {
    if (this.#next !== undefined && this.state === 'idle') void this.#ask(this.#next)
  }

  clear(): void {
    this.#end()
    this.#become('idle', [])
  }

  /**
   * Makes a choice among those who are found: now, or once the answer to what was typed is here and shown. Until then
   * others stand in the list, whom nobody meant.
   */
  whenFound(choose: () => void): void {
    if (this.state === 'searching') this.#choice = choose
    else choose()
  }

  /** What is under way belongs to another wish. */
  #end(): void {
    clearTimeout(this.#timer)
    this.#asked++
    this.#choice = undefined
  }

  async #ask(next?: string): Promise<void> {
    const asked = ++this.#asked
    this.state = 'searching'
    try {
      const page = await this.host.client?.findPeople(this.#query, next)
      if (asked !== this.#asked) return
      const ids = page?.items.map(person => person.id) ?? []
      this.#become('idle', next === undefined ? ids : [...this.#found, ...ids], page?.next)
    } catch (error) {
      if (asked !== this.#asked) return
      this.#failure = error
      this.#become('failed', [])
      if (isLimited(error)) this.#timer = setTimeout(() => void this.#ask(), error.retryAfterMs)
    }
  }

  /** What there is to see instead of people when the search has failed; `otherwise` when it is nothing of the reader's doing. */
  failure(otherwise: string): TemplateResult {
    const error = this.#failure
    if (error instanceof ChatError && error.code === 'query_too_short') return placeholder(words().typeMore)
    if (isLimited(error)) return placeholder(words().manySearches, words().searchGoesOn(until(error.retryAfterMs)))
    return placeholder(otherwise, undefined, { label: words().tryAgain, run: () => this.search(this.#query) })
  }

  #become(state: 'idle' | 'failed', found: readonly string[], next?: string): void {
    this.state = state
    this.#found = found
    this.#next = next
    this.host.client?.watchPresence(this.watcher, found)
    this.host.requestUpdate()
    const choice = this.#choice
    this.#choice = undefined
    if (state === 'idle' && choice) void this.host.updateComplete.then(choice)
  }
}

function isLimited(error: unknown): error is ChatError & { retryAfterMs: number } {
  return error instanceof ChatError && error.code === 'rate_limited' && error.retryAfterMs !== undefined
}
