import { type ChatClient, ChatError, isTemporary, retryDelay, SignedOutError } from '@eplatform/chat'
import { words } from '../words/words'
import { until } from './times'

/** Finds the conversation with somebody, or begins it; tries again for as long as that makes sense. */
export class Opening {
  #turn = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `failed` has what to show, and the error where no other try will be made. */
  constructor(private readonly answer: { found(conversationId: string): void; failed(problem: string, error?: unknown): void }) {}

  async open(client: ChatClient, userId: string, failures = 0): Promise<void> {
    const turn = this.#next()
    try {
      const id = await client.startConversation(userId)
      if (turn === this.#turn) this.answer.found(id)
    } catch (error) {
      if (turn !== this.#turn || error instanceof SignedOutError) return
      this.#failed(client, userId, failures, error)
    }
  }

  /** Nobody waits for the answer any more. */
  stop(): void {
    this.#next()
  }

  #next(): number {
    clearTimeout(this.#timer)
    return ++this.#turn
  }

  #failed(client: ChatClient, userId: string, failures: number, error: unknown): void {
    const delay = retryDelay(error, failures)
    if (isTemporary(error)) this.#timer = setTimeout(() => void this.open(client, userId, failures + 1), delay)
    if (error instanceof ChatError && error.code === 'rate_limited') this.answer.failed(words().manyChats(until(delay)))
    else if (!isTemporary(error)) this.answer.failed(problemWith(error), error)
  }
}

function problemWith(error: unknown): string {
  if (!(error instanceof ChatError)) return words().chatNotOpened
  if (error.code === 'user_not_found') return words().personUnknown
  if (error.code === 'self_conversation') return words().chatWithOneself
  return words().chatNotOpened
}
