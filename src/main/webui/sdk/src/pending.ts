import { ChatError, NoAnswerError } from './errors'
import { newId } from './ids'
import type { Line, Question } from './line'
import type { Answer, Command } from './protocol'

/** How long an answer may take, in milliseconds. A command is safe to repeat, so waiting longer gains nothing. */
const ANSWER_MS = 15_000

interface Waiting {
  resolve(answer: Answer): void
  reject(error: Error): void
  timer: ReturnType<typeof setTimeout>
}

/** Commands of a line that wait for their answer, by `id`. */
export class Pending {
  readonly #waiting = new Map<string, Waiting>()

  constructor(private readonly line: Pick<Line, 'state' | 'tell'>) {}

  /** Rejects with `ChatError` when refused and with `NoAnswerError` when no answer comes. */
  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.line.state.name !== 'connected') return reject(new NoAnswerError('Not connected'))
      const id = newId()
      const timer = setTimeout(() => this.#settle(id)?.reject(new NoAnswerError('Timeout')), ANSWER_MS)
      this.#waiting.set(id, { resolve, reject, timer })
      this.line.tell({ ...question, id } as Command)
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
