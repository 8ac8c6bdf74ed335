import type { Line } from './line'

/** "Still typing" is said at most once in this many milliseconds; receivers let it end after 7 s. */
const REPEAT_MS = 3000

/** Tells the others that I am typing, and that I no longer am. */
export class TypingNotice {
  readonly #saidAt = new Map<string, number>()

  constructor(private readonly line: Line) {}

  say(conversationId: string, active: boolean): void {
    const saidAt = this.#saidAt.get(conversationId)
    if (active ? saidAt !== undefined && Date.now() - saidAt < REPEAT_MS : saidAt === undefined) return
    if (active) this.#saidAt.set(conversationId, Date.now())
    else this.#saidAt.delete(conversationId)
    this.line.tell({ type: 'typing', conversationId, active })
  }
}
