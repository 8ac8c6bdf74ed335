import { reconnectDelay } from './back-off'
import type { ConnectionState } from './connection-state'
import { isAnswer } from './decode'
import { SignedOutError } from './errors'
import { Heartbeat } from './heartbeat'
import type { Line, LineOptions, Question } from './line'
import { Pending } from './pending'
import type { Answer, Command, RenewAck, ServerEvent, Welcome } from './protocol'
import { Renewal } from './renewal'
import { Socket } from './socket'
import { expiryOf, type GetToken } from './token'
import { onWake, seemsOffline } from './wake'

/** How long a connection may take to its `welcome`, in milliseconds. */
const WELCOME_MS = 15_000
/** How long a woken connection may stay silent before it counts as dead, in milliseconds. */
const PROBE_MS = 5000
/** The service closes so when the token has expired. */
const UNAUTHENTICATED = 4001
/** The service closes so when this person may not come in. */
const FORBIDDEN = 4003
/** A connection that lasted this long, in milliseconds, starts the count of tries anew. */
const HEALTHY_MS = 5000
/** A service that takes connections and drops them at once is asked a little more slowly, but never as if it were away. */
const MAX_ATTEMPT_AFTER_DROP = 2
/** So long, in milliseconds, is the wait where the browser says that it has no network. It is not believed for ever. */
const NO_NETWORK_MS = 30_000

export interface ConnectionOptions extends LineOptions {
  /** Answers to what was told with an `id` on behalf of somebody else. */
  onAnswer?(answer: Answer): void
}

/**
 * Keeps one socket open for as long as it is wanted. Every end of a socket leads to another try, 1000 too:
 * a service that restarts may say that, and only `stop` and a sign-out are final.
 */
export class Connection implements Line {
  readonly leads = true
  #state: ConnectionState = { name: 'closed', reason: 'not_started' }
  #socket: Socket | undefined
  #heartbeat: Heartbeat | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #stopWaking: (() => void) | undefined
  #refreshToken = false
  /** Whether the last connection ended because of its token: a new one is tried at once, but only once. */
  #tokenRefused = false
  #connectedAt = 0
  /** The one that the present socket was opened with. */
  #token = ''
  /** Tells the present try from one that was overtaken while it waited for a token. */
  #try = 0
  readonly #pending = new Pending(this)
  readonly #renewal: Renewal

  constructor(private readonly options: ConnectionOptions) {
    this.#renewal = new Renewal(options.getToken, token => this.#renew(token))
  }

  get state(): ConnectionState {
    return this.#state
  }

  get getToken(): GetToken {
    return this.options.getToken
  }

  start(since = Date.now()): void {
    if (this.#state.name !== 'closed') return
    this.#stopWaking = onWake(() => this.wake(), () => this.#doze())
    void this.#connect(since, 0)
  }

  stop(): void {
    this.#close('stopped')
  }

  signedOut(): void {
    this.#close('signed_out')
  }

  tell(command: Command): void {
    if (this.#state.name === 'connected') this.#socket?.send(command)
  }

  ask(question: Question): Promise<Answer> {
    return this.#pending.ask(question)
  }

  async #connect(since: number, attempt: number): Promise<void> {
    const current = ++this.#try
    this.#become({ name: 'connecting', since, attempt })
    try {
      const token = await this.options.getToken({ refresh: this.#refreshToken })
      if (current !== this.#try) return
      this.#open(token, since, attempt)
    } catch (error) {
      if (current !== this.#try) return
      if (error instanceof SignedOutError) this.signedOut()
      else this.#retry(since, attempt)
    }
  }

  #open(token: string, since: number, attempt: number): void {
    // Where the service stops it knows best when to come back: it spreads its clients over the other replicas.
    let askedMs: number | undefined
    const socket = new Socket(this.options.WebSocket, this.options.url, token, {
      event: event => {
        if (event.type === 'draining') askedMs = event.retryAfterMs
        this.#receive(event)
      },
      closed: code => this.#lost(code, since, attempt, askedMs),
    })
    this.#socket = socket
    this.#token = token
    this.#after(WELCOME_MS, () => socket.close())
  }

  #receive(event: ServerEvent): void {
    this.#heartbeat?.heard()
    if (event.type === 'welcome') this.#welcomed(event)
    if (!isAnswer(event)) this.options.onEvent(event)
    else if (!this.#pending.receive(event)) this.options.onAnswer?.(event)
  }

  #welcomed(welcome: Welcome): void {
    clearTimeout(this.#timer)
    this.#refreshToken = false
    this.#connectedAt = Date.now()
    const silenceMs = welcome.heartbeatSeconds * 1000
    this.#heartbeat = new Heartbeat(
      () => silenceMs,
      silenceMs,
      () => this.#socket?.send({ type: 'ping' }),
      () => this.#socket?.close(),
    )
    this.#renewal.start(expiryOf(this.#token), Date.parse(welcome.serverTime))
    this.#become({ name: 'connected', welcome })
  }

  async #renew(token: string): Promise<string> {
    return ((await this.ask({ type: 'token.renew', token })) as RenewAck).expiresAt
  }

  #lost(code: number, since: number, attempt: number, askedMs: number | undefined): void {
    const wasConnected = this.#state.name === 'connected'
    this.#letGo()
    if (this.#state.name === 'closed') return
    if (code === FORBIDDEN) return this.signedOut()
    // The browser hides why a handshake failed: it may have been a 401, so the next try asks for a new token.
    this.#refreshToken = code === UNAUTHENTICATED || !wasConnected
    if (!wasConnected) return this.#retry(since, attempt, code)
    const healthy = Date.now() - this.#connectedAt >= HEALTHY_MS
    this.#retry(Date.now(), healthy ? 0 : Math.min(attempt, MAX_ATTEMPT_AFTER_DROP), code, askedMs)
  }

  #retry(since: number, attempt: number, code?: number, askedMs = reconnectDelay(code, attempt)): void {
    const delayMs = code === UNAUTHENTICATED && !this.#tokenRefused ? 0 : askedMs
    this.#tokenRefused = code === UNAUTHENTICATED
    this.#wait(since, attempt + 1, seemsOffline() ? Math.max(delayMs, NO_NETWORK_MS) : delayMs)
  }

  #wait(since: number, attempt: number, delayMs: number): void {
    this.#become({ name: 'offline', since, attempt, retryAt: Date.now() + delayMs })
    this.#after(delayMs, () => void this.#connect(since, attempt))
  }

  /** Makes sure of the connection, or tries again now. */
  wake(): void {
    if (this.#state.name === 'connected') this.#heartbeat?.probe(PROBE_MS)
    if (this.#state.name === 'offline') this.#tryNow(this.#state)
  }

  /** Tries again if that should have been by now: timers of a page that nobody sees are late, by up to a minute. */
  tick(): void {
    if (this.#state.name === 'offline' && this.#state.retryAt <= Date.now()) this.#tryNow(this.#state)
  }

  #tryNow({ since, attempt }: { since: number; attempt: number }): void {
    clearTimeout(this.#timer)
    void this.#connect(since, attempt)
  }

  #doze(): void {
    if (this.#state.name === 'connected') this.#heartbeat?.probe(PROBE_MS)
    if (this.#state.name === 'offline') this.#wait(this.#state.since, this.#state.attempt, NO_NETWORK_MS)
  }

  #close(reason: 'stopped' | 'signed_out'): void {
    this.#try++
    this.#stopWaking?.()
    this.#become({ name: 'closed', reason })
    this.#socket?.close()
    this.#letGo()
  }

  #letGo(): void {
    clearTimeout(this.#timer)
    this.#heartbeat?.stop()
    this.#heartbeat = undefined
    this.#renewal.stop()
    this.#socket = undefined
    this.#pending.abandon()
  }

  #after(delayMs: number, act: () => void): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(act, delayMs)
  }

  #become(state: ConnectionState): void {
    this.#state = state
    this.options.onState(state)
  }
}
