import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** What is told for a moment: a message that was looked for, or what was copied of one. */
export type Told = { found: number } | { copied: string }

/** So long it is told, in milliseconds. */
const NOTICE_MS = 2000

/** Tells one thing at a time, and no longer than a moment. */
export class Notice implements ReactiveController {
  #told: Told | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this)
  }

  /** The `seq` of the message that was looked for. */
  get found(): number | undefined {
    return this.#told && 'found' in this.#told ? this.#told.found : undefined
  }

  /** What was copied, as `copiedPart` names it. */
  get copied(): string | undefined {
    return this.#told && 'copied' in this.#told ? this.#told.copied : undefined
  }

  tell(told: Told): void {
    clearTimeout(this.#timer)
    this.#become(told)
    this.#timer = setTimeout(() => this.#become(undefined), NOTICE_MS)
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
    this.#told = undefined
  }

  #become(told: Told | undefined): void {
    this.#told = told
    this.host.requestUpdate()
  }
}
