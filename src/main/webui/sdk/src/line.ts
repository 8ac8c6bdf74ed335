import type { ConnectionState } from './connection-state'
import type { Answer, Command, ServerEvent } from './protocol'
import type { WebSocketFactory } from './socket'
import type { GetToken } from './token'

/** What a line to the service needs, and whom it tells. */
export interface LineOptions {
  /** Where the socket is, such as `wss://chat.example/ws/chat/`. */
  url: string
  getToken: GetToken
  WebSocket: WebSocketFactory
  onState(state: ConnectionState): void
  /** Everything that is not the answer to a command. */
  onEvent(event: ServerEvent): void
}

/** A command whose `id` the line gives. */
export type Question = Unidentified<Command>

type Unidentified<C> = C extends Command ? Omit<C, 'id'> : never

/** What a tab does for the line of its person: it has the socket, or follows the one that has. */
export type Role = Omit<Line, 'getToken'>

/** What the rest of the SDK speaks to the service through, be it a socket of this tab or of another one. */
export interface Line {
  readonly state: ConnectionState
  /**
   * Whether the socket is this tab's own. Of all tabs of one person in one browser one leads, so what has to be done once
   * is left to it. Whoever comes to lead gets a new `welcome` afterwards.
   */
  readonly leads: boolean
  /** The page's own, looked at: whose token it gives decides whose line this is. */
  readonly getToken: GetToken
  /** Connects, and keeps trying. */
  start(): void
  stop(): void
  /** Nobody is signed in any more: no further try. */
  signedOut(): void
  /** Says it if connected, and forgets it otherwise. */
  tell(command: Command): void
  /** Says it and gives the answer. Rejects with `ChatError` or `NoAnswerError`. */
  ask(question: Question): Promise<Answer>
}
