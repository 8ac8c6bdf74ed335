import { ChatError, NoAnswerError } from './errors'
import type { Answer } from './protocol'

/** How long an answer may take, in milliseconds. A command is safe to repeat, so waiting longer gains nothing. */
const ANSWER_MS = 15_000

interface Waiting {
  resolve(answer: Answer): void
  reject(error: Error): void
  timer: ReturnType<typeof setTimeout>
}

/** Commands that wait for their answer, by `id`. */
export class Pending {
  readonly #waiting = new Map<string, Waiting>()

  /** The answer to `id`. Rejects with `ChatError` when refused and with `NoAnswerError` when none comes. */
  answerTo(id: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(id)?.reject(new NoAnswerError('Timeout')), ANSWER_MS)
      this.#waiting.set(id, { resolve, reject, timer })
    })
  }

  /** Whether somebody here waited for it. */
  receive(answer: Answer): boolean {
    const waiting = this.#settle(answer.id ?? '')
    if (answer.type === 'error') waiting?.reject(new ChatError(answer.code, answer.detail, answer.retryAfterMs))
    else waiting?.resolve(answer)
    return waiting !== undefined
  }

  /** The connection is gone, and every answer with it. */
  abandon(): void {
    for (const id of [...this.#waiting.keys()]) this.#settle(id)?.reject(new NoAnswerError('Connection lost'))
  }

  #settle(id: string): Waiting | undefined {
    const waiting = this.#waiting.get(id)
    if (waiting) clearTimeout(waiting.timer)
    this.#waiting.delete(id)
    return waiting
  }
}
