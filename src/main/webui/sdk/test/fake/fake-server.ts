import type { Command, ErrorCode, MarkerSet, MessageSend, MessageView, ServerEvent, Sync } from '../../src/protocol'
import { expiryOf } from '../../src/token'
import type { WebSocketFactory } from '../../src/socket'
import { type FakeConversation, FakeData } from './fake-data'
import { answer, problem } from './fake-rest'
import { FakeSocket } from './fake-socket'

/** Who is further behind is told to page anew. */
const MOST_BEHIND = 10_000
/** No sync tells of more conversations that were not named. */
const MOST_NEW = 500

/**
 * The service, in process, at the level of its protocol. A token is the user's id. Ways to make trouble:
 * `cut` ends every connection, `refuseConnections` and `failRest` keep the network away, `mute` swallows every
 * event, `cutBodies` breaks the next answers of REST off, `dropAcks` stores without answering, `refusals`, `markerRefusals`, `syncRefusals` and `restRefusals` answer the next of each with errors,
 * `expired` names tokens that are no longer accepted. `received` records every command.
 */
export class FakeServer {
  readonly data = new FakeData()
  readonly sockets = new Set<FakeSocket>()
  readonly received: Command[] = []
  readonly requests: string[] = []
  readonly refusals: { code: ErrorCode; retryAfterMs?: number }[] = []
  readonly markerRefusals: { code: ErrorCode; retryAfterMs?: number }[] = []
  readonly syncRefusals: { code: ErrorCode; retryAfterMs?: number }[] = []
  readonly restRefusals: { code: ErrorCode; retryAfterMs?: number }[] = []
  readonly expired = new Set<string>()
  /** So many tokens were refused that the next one is refused with a 429. */
  manyRefused = false
  latencyMs = 1
  watchedUsers = 200
  frameBytes = 65_536
  /** How long an answer of REST, read already, is on its way. */
  answerMs = 0
  epoch = 'first'
  refuseConnections = false
  failRest = false
  mute = false
  dropAcks = 0
  cutBodies = 0

  /** Give it to a client as its `WebSocket`. */
  get WebSocket(): WebSocketFactory {
    const server = this
    return function (this: unknown, url: string, protocols: string[]) {
      return new FakeSocket(server, url, protocols)
    } as unknown as WebSocketFactory
  }

  /** Give it to a client as its `fetch`. */
  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input))
    await new Promise(resolve => setTimeout(resolve, this.latencyMs))
    this.requests.push(url.pathname + url.search)
    if (this.failRest) throw new TypeError('Failed to fetch')
    const token = new Headers(init?.headers).get('Authorization')?.replace('Bearer ', '') ?? ''
    if (this.expired.has(token)) return this.manyRefused ? tooManyRefused() : problem('unauthenticated', 401)
    const refusal = this.restRefusals.shift()
    if (refusal) return problem(refusal.code, 503, refusal.retryAfterMs)
    if (this.cutBodies-- > 0) return new Response('[{"id":')
    const response = answer(this.data, userOf(token), init?.method ?? 'GET', url, init?.body?.toString())
    await new Promise(resolve => setTimeout(resolve, this.answerMs))
    return response
  }

  accept(socket: FakeSocket): void {
    if (socket.readyState !== 0) return
    if (this.refuseConnections || this.expired.has(socket.token)) return socket.end(1006)
    socket.readyState = 1
    socket.userId = userOf(socket.token)
    this.sockets.add(socket)
    const limits = { messageCodePoints: 8000, frameBytes: this.frameBytes, watchedUsers: this.watchedUsers }
    const { userId } = socket
    this.#tell(socket, { type: 'welcome', userId, connectionId: 'c', epoch: this.epoch, serverTime: new Date().toISOString(), heartbeatSeconds: 25, limits })
  }

  receive(socket: FakeSocket, command: Command): void {
    this.received.push(command)
    switch (command.type) {
      case 'message.send':
        return this.#send(socket, command)
      case 'marker.set':
        return this.#mark(socket, command)
      case 'typing':
        return this.#others(socket.userId, command.conversationId, {
          type: 'typing', conversationId: command.conversationId, userId: socket.userId, active: command.active,
        })
      case 'sync':
        return this.#sync(socket, command)
      case 'presence.watch':
        socket.watched = command.userIds
        return command.userIds.forEach(id => this.#presence(socket, id))
      case 'token.renew':
        if (this.expired.has(command.token)) return this.#tell(socket, { type: 'error', id: command.id, code: 'unauthenticated', detail: '' })
        return this.#tell(socket, { type: 'ack', id: command.id, expiresAt: new Date(expiryOf(command.token)).toISOString() })
      case 'ping':
        return this.#tell(socket, { type: 'pong', serverTime: '' })
    }
  }

  /** Somebody says something, from another client than those under test. */
  say(conversation: FakeConversation, senderId: string, body: string): MessageView {
    const { message } = this.data.store(conversation, senderId, body)
    this.publish(message)
    return message
  }

  /** Somebody changes a message, or without a text deletes it. */
  change(conversation: FakeConversation, seq: number, body?: string): void {
    const message = this.data.change(conversation, seq, body)
    if (message) this.publish(message)
  }

  /** Somebody has received and read. */
  mark(conversation: FakeConversation, userId: string, readSeq: number, deliveredSeq: number): void {
    const event = this.data.mark(conversation, userId, readSeq, deliveredSeq)
    if (event) this.broadcast(conversation.id, event)
  }

  /** Tells every participant of a message. */
  publish(message: MessageView): void {
    const { conversationId, version } = message
    this.broadcast(conversationId, { type: 'message', conversationId, version, message })
  }

  broadcast(conversationId: string, event: ServerEvent): void {
    for (const socket of this.sockets) {
      if (this.data.conversations.get(conversationId)?.markers.has(socket.userId)) this.#tell(socket, event)
    }
  }

  /** Ends every connection, as a network or a restart does. */
  cut(code = 1006): void {
    for (const socket of [...this.sockets]) socket.end(code)
  }

  /** Tells everybody that their connection ends soon. */
  drain(retryAfterMs: number): void {
    for (const socket of this.sockets) this.#tell(socket, { type: 'draining', retryAfterMs })
  }

  setOnline(userId: string, online: boolean): void {
    this.data.users.get(userId)!.online = online
    for (const socket of this.sockets) if (socket.watched.includes(userId)) this.#presence(socket, userId)
  }

  #send(socket: FakeSocket, command: MessageSend): void {
    const { id, conversationId, clientId, body } = command
    const refusal = this.refusals.shift()
    if (refusal) return this.#tell(socket, { type: 'error', id, detail: refusal.code, ...refusal })
    const conversation = this.data.conversations.get(conversationId)!
    const { message, duplicate } = this.data.store(conversation, socket.userId, body, clientId)
    if (!duplicate) this.publish(message)
    if (this.dropAcks-- > 0) return
    const { seq, version, createdAt } = message
    const ack = { type: 'ack' as const, id, conversationId, messageId: message.id, seq, version, createdAt }
    this.#tell(socket, duplicate ? { ...ack, duplicate } : ack)
  }

  #mark(socket: FakeSocket, { id, conversationId, readSeq = 0, deliveredSeq = 0 }: MarkerSet): void {
    const refusal = this.markerRefusals.shift()
    if (refusal) return this.#tell(socket, { type: 'error', id, detail: refusal.code, ...refusal } as ServerEvent)
    const conversation = this.data.conversations.get(conversationId)!
    this.mark(conversation, socket.userId, readSeq, deliveredSeq)
    if (id !== undefined) this.#tell(socket, { type: 'ack', id })
  }

  #sync(socket: FakeSocket, { id, epoch = this.epoch, cursors }: Sync): void {
    const refusal = this.syncRefusals.shift()
    if (refusal) return this.#tell(socket, { type: 'error', id, detail: refusal.code, ...refusal })
    const mine = this.data.of(socket.userId)
    const news = mine.filter(conversation => !(conversation.id in cursors)).map(conversation => this.data.view(conversation, socket.userId))
    for (const view of news.sort((a, b) => b.lastActivity.localeCompare(a.lastActivity)).slice(0, MOST_NEW)) {
      this.#tell(socket, { type: 'conversation', conversationId: view.id, version: view.version, conversation: view })
    }
    const reset = Object.entries(cursors).flatMap(([conversationId, cursor]) => {
      const conversation = mine.find(({ id }) => id === conversationId)
      if (!conversation || epoch !== this.epoch || cursor > conversation.version || conversation.version - cursor > MOST_BEHIND) return conversationId
      const changes = this.data.changes(conversation, cursor)
      if (changes.length > 200 && !this.mute) socket.deliverMany(changes)
      else changes.forEach(event => this.#tell(socket, event))
      return []
    })
    this.#tell(socket, { type: 'synced', id, ...(reset.length > 0 ? { verdict: 'reset', reset } : { verdict: 'complete' }) })
  }

  #presence(socket: FakeSocket, userId: string): void {
    const { online = false, lastActive } = this.data.users.get(userId) ?? {}
    this.#tell(socket, { type: 'presence', userId, online, ...(lastActive !== undefined && { lastActive }) })
  }

  #others(except: string, conversationId: string, event: ServerEvent): void {
    for (const socket of this.sockets) {
      const participates = this.data.conversations.get(conversationId)?.markers.has(socket.userId)
      if (socket.userId !== except && participates) this.#tell(socket, event)
    }
  }

  #tell(socket: FakeSocket, event: ServerEvent): void {
    if (!this.mute) socket.deliver(event)
  }
}

function tooManyRefused(): Response {
  const response = problem('rate_limited', 429, 6000)
  response.headers.set('WWW-Authenticate', 'Bearer error="invalid_token"')
  return response
}

/** A token is the id of its user, with anything after a `#` to tell renewed ones apart. */
function userOf(token: string): string {
  return token.split('#')[0]!
}
