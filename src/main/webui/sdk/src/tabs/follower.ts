import type { ConnectionState } from '../connection-state'
import { isAnswer } from '../decode'
import { Heartbeat } from '../heartbeat'
import type { LineOptions, Question, Role } from '../line'
import { Pending } from '../pending'
import type { Answer, Command, ServerEvent } from '../protocol'
import { onWake } from '../wake'
import type { Group } from './group'
import type { Said } from './said'

/** A leader that was silent for so long is asked whether it is there, in milliseconds: seldom where nobody looks. */
const SILENCE_MS = { visible: 700, hidden: 20_000 }
/** A leader that has not answered by then does not lead any more, in milliseconds. */
const PATIENCE_MS = 900
/** So much more, by chance, in milliseconds, so that not all tabs take over at the same moment. */
const JITTER_MS = 200

/** The line of a tab that does not lead: it speaks through the one that does, and takes its place when that is silent. */
export class Follower implements Role {
  readonly leads = false
  readonly #pending = new Pending(this)
  readonly #heartbeat: Heartbeat
  #stopWaking: (() => void) | undefined
  /** Of the leader that this tab follows. */
  #term = 0
  #count = 0
  #watched: readonly string[] = []
  #askedAt = 0
  #doubted = false

  constructor(
    private readonly options: LineOptions,
    private readonly group: Group,
    public state: ConnectionState,
  ) {
    const silenceMs = () => (group.isVisible() ? SILENCE_MS.visible : SILENCE_MS.hidden)
    const patienceMs = PATIENCE_MS + Math.random() * JITTER_MS
    this.#heartbeat = new Heartbeat(silenceMs, patienceMs, () => this.#probe(), () => this.#giveUp())
  }

  start(): void {
    this.#stopWaking = onWake(() => this.#woken())
    this.#heartbeat.probe(PATIENCE_MS)
  }

  stop(): void {
    this.#stopWaking?.()
    this.#heartbeat.stop()
    this.#pending.abandon()
  }

  signedOut(): void {
    this.#become({ name: 'closed', reason: 'signed_out' })
  }

  tell(command: Command): void {
    if (command.type === 'presence.watch') this.#watch(command.userIds)
    else if (this.state.name === 'connected') this.group.say({ type: 'command', command })
  }

  ask(question: Question): Promise<Answer> {
    return this.#pending.ask(question)
  }

  hear(said: Said): void {
    // The others speak to the leader.
    if (said.type !== 'state' && said.type !== 'event') return
    this.#doubted = false
    this.#heartbeat.heard()
    if (said.type === 'state') this.#learn(said.term, said.count, said.state)
    else if (said.term === this.#term && (said.tab ?? this.group.tab) === this.group.tab) this.#receive(said.event)
  }

  #learn(term: number, count: number, state: ConnectionState): void {
    if (term === this.#term && count <= this.#count) return
    this.#term = term
    this.#count = count
    // What was asked of another connection gets no answer any more.
    this.#pending.abandon()
    this.#become(state)
    if (state.name === 'connected') this.options.onEvent(state.welcome)
  }

  #receive(event: ServerEvent): void {
    if (isAnswer(event)) this.#pending.receive(event)
    else this.options.onEvent(event)
  }

  #watch(userIds: readonly string[]): void {
    this.#watched = userIds
    this.group.say({ type: 'watch', tab: this.group.tab, userIds, visible: this.group.isVisible() })
  }

  #woken(): void {
    this.#watch(this.#watched)
    this.group.say({ type: 'wake' })
    this.#heartbeat.probe(PATIENCE_MS)
  }

  #probe(): void {
    this.#askedAt = Date.now()
    this.group.say({ type: 'probe' })
  }

  #giveUp(): void {
    // A timer that comes as late as this tells of a sleep of this tab's own, and the answer may be waiting behind it.
    const slept = Date.now() - this.#askedAt > 2 * PATIENCE_MS
    if (slept && !this.#doubted) {
      this.#doubted = true
      this.#heartbeat.probe(PATIENCE_MS)
    } else this.group.steal()
  }

  #become(state: ConnectionState): void {
    this.state = state
    this.options.onState(state)
  }
}
