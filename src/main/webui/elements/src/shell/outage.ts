import type { ConnectionState } from '@eplatform/chat'
import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** A shorter interruption is nobody's business, in milliseconds. */
export const PATIENCE_MS = 2000

/** Calls back when a connection that was there has been away for a while, and when it is back after that. */
export class Outage implements ReactiveController {
  #was = false
  #told = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    host: ReactiveControllerHost,
    private readonly tell: () => void,
    /** How long "a while" is, in milliseconds. */
    private readonly patience = PATIENCE_MS,
  ) {
    host.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  follow(connection: ConnectionState): void {
    if (connection.name === 'connected') this.#back()
    else if ('since' in connection && this.#was && !this.#told) {
      this.#timer ??= setTimeout(() => this.#lasts(), Math.max(0, connection.since + this.patience - Date.now()))
    }
  }

  #lasts(): void {
    this.#told = true
    this.tell()
  }

  #back(): void {
    this.#was = true
    if (this.#timer !== undefined) this.hostDisconnected()
    if (!this.#told) return
    this.#told = false
    this.tell()
  }
}
