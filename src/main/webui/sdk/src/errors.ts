import type { ErrorCode } from './protocol'

/** The service refused. `code` says why; `detail` is English text for a developer. */
export class ChatError extends Error {
  override readonly name = 'ChatError'

  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    /** How long to wait before another try, in milliseconds. */
    readonly retryAfterMs?: number,
  ) {
    super(`${code}: ${detail}`)
  }

  /** Whether the same call may succeed later. Everything else is final: trying again gives the same answer. */
  get temporary(): boolean {
    return this.code === 'busy' || this.code === 'rate_limited' || this.code === 'internal'
  }
}

/** The call got no answer: the network is away, or the connection broke while waiting. Nothing is known about its effect. */
export class NoAnswerError extends Error {
  override readonly name: string = 'NoAnswerError'
}

/** The answer came, but everything that was held before has become void meanwhile, and so has the question. */
export class VoidAnswerError extends NoAnswerError {}

/** Nobody is signed in any more. `getToken` throws it to say so; the client then closes and stays closed. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError'
}

/** Whether trying the same again makes sense. */
export function isTemporary(error: unknown): boolean {
  return error instanceof NoAnswerError || (error instanceof ChatError && error.temporary)
}
