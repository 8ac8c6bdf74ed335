import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Renders its host again every minute, for texts such as "5 minutes ago". */
export class EveryMinute implements ReactiveController {
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this)
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.host.requestUpdate(), 60_000)
  }

  hostDisconnected(): void {
    clearInterval(this.#timer)
  }
}
