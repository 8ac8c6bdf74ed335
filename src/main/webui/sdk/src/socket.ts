import { decode, encode } from './decode'
import type { Command, ServerEvent } from './protocol'

const SUBPROTOCOL = 'chat.v1'

/** A constructor with the shape of the browser's `WebSocket`; a test gives its own. */
export type WebSocketFactory = new (url: string, protocols: string[]) => WebSocket

export interface SocketListener {
  event(event: ServerEvent): void
  /** Called once, whoever closed. */
  closed(code: number): void
}

/** One WebSocket from its handshake to its end. What follows the end is the connection's matter. */
export class Socket {
  readonly #socket: WebSocket
  #ended = false

  constructor(WebSocketClass: WebSocketFactory, url: string, token: string, private readonly listener: SocketListener) {
    // A browser cannot set a header on a WebSocket, and a token in the URL would end up in logs.
    const carrier = encodeURIComponent(`quarkus-http-upgrade#Authorization#Bearer ${token}`)
    this.#socket = new WebSocketClass(url, [SUBPROTOCOL, carrier])
    this.#socket.onmessage = frame => this.#receive(String(frame.data))
    this.#socket.onclose = close => this.#end(close.code)
  }

  send(command: Command): void {
    if (this.#socket.readyState === 1) this.#socket.send(encode(command))
  }

  /** Ends it now. The browser's own closing handshake may take minutes on a dead network, so nobody waits for it. */
  close(): void {
    this.#socket.close(1000)
    this.#end(1000)
  }

  #receive(frame: string): void {
    if (this.#ended) return
    const event = decode(frame)
    if (event) this.listener.event(event)
  }

  #end(code: number): void {
    if (this.#ended) return
    this.#ended = true
    this.listener.closed(code)
  }
}
