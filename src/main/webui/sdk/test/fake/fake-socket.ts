import type { ServerEvent } from '../../src/protocol'
import type { FakeServer } from './fake-server'

/** The client's end of a connection to the fake server, with as much of a `WebSocket` as the SDK uses. */
export class FakeSocket {
  readyState = 0
  onmessage: ((event: { data: string }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null
  userId = ''
  watched: string[] = []

  constructor(
    private readonly server: FakeServer,
    readonly url: string,
    readonly protocols: string[],
  ) {
    setTimeout(() => server.accept(this), server.latencyMs)
  }

  /** The token that came in the subprotocol list. */
  get token(): string {
    return decodeURIComponent(this.protocols[1] ?? '').split('Bearer ')[1] ?? ''
  }

  send(frame: string): void {
    setTimeout(() => this.readyState === 1 && this.server.receive(this, JSON.parse(frame)), this.server.latencyMs)
  }

  close(code = 1000): void {
    this.end(code)
  }

  /** From the server: an event arrives. */
  deliver(event: ServerEvent): void {
    setTimeout(() => this.#arrive(event), this.server.latencyMs)
  }

  /** From the server: very many events arrive. A timer for each would take the fake clock minutes. */
  deliverMany(events: readonly ServerEvent[]): void {
    for (let n = 0; n < events.length; n += 100) setTimeout(() => events.slice(n, n + 100).forEach(event => this.#arrive(event)), this.server.latencyMs)
  }

  #arrive(event: ServerEvent): void {
    if (this.readyState === 1) this.onmessage?.({ data: JSON.stringify(event) })
  }

  /** From either side or from the network: it is over. */
  end(code: number): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.server.sockets.delete(this)
    this.onclose?.({ code })
  }
}
