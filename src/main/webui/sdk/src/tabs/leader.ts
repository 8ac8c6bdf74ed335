import { Connection } from '../connection'
import type { ConnectionState } from '../connection-state'
import type { LineOptions, Question, Role } from '../line'
import type { Answer, Command, ServerEvent } from '../protocol'
import { onWake } from '../wake'
import type { Group } from './group'
import type { Said } from './said'
import { Watchers } from './watchers'

/** The line of the tab that leads: a connection of its own, which it lends to the others. */
export class Leader implements Role {
  readonly leads = true
  readonly #connection: Connection
  readonly #watchers = new Watchers()
  /** Ends, for each of the other tabs, the wait for its end. */
  readonly #others = new Map<string, AbortController>()
  #stopWaking: (() => void) | undefined
  #count = 0

  constructor(
    private readonly options: LineOptions,
    private readonly group: Group,
    private readonly term: number,
  ) {
    this.#connection = new Connection({
      ...options,
      onState: state => this.#changed(state),
      onEvent: event => this.#receive(event),
      onAnswer: event => group.say({ type: 'event', term, event }),
    })
  }

  get state(): ConnectionState {
    return this.#connection.state
  }

  /** `since` as in `ConnectionState`. */
  start(since?: number): void {
    this.#stopWaking = onWake(() => this.#seen())
    this.#connection.start(since)
  }

  stop(): void {
    this.#stopWaking?.()
    for (const other of this.#others.values()) other.abort()
    this.#connection.stop()
  }

  signedOut(): void {
    this.#connection.signedOut()
  }

  tell(command: Command): void {
    if (command.type === 'presence.watch') this.#watch(this.group.tab, command.userIds, this.group.isVisible(), this.options.onEvent)
    else this.#connection.tell(command)
  }

  ask(question: Question): Promise<Answer> {
    return this.#connection.ask(question)
  }

  hear(said: Said): void {
    switch (said.type) {
      case 'probe':
        this.#connection.tick()
        return this.#sayState()
      case 'wake':
        return this.#connection.wake()
      case 'command':
        return this.#connection.tell(said.command)
      case 'watch':
        return this.#watchFor(said.tab, said.userIds, said.visible)
      case 'state':
      case 'event':
        // Of a tab that led before and does not know yet that it is over.
        return
    }
  }

  #changed(state: ConnectionState): void {
    this.#count++
    if (state.name !== 'connected') this.#watchers.reconnected()
    // That this tab goes is no reason for the others to.
    if (state.name !== 'closed' || state.reason !== 'stopped') this.#sayState()
    this.options.onState(state)
  }

  #sayState(): void {
    this.group.say({ type: 'state', term: this.term, count: this.#count, state: this.state })
  }

  #receive(event: ServerEvent): void {
    if (event.type === 'presence') this.#watchers.told(event)
    // They take it from the state.
    if (event.type !== 'welcome') this.group.say({ type: 'event', term: this.term, event })
    this.options.onEvent(event)
  }

  #meet(tab: string): void {
    if (this.#others.has(tab)) return
    const waiting = new AbortController()
    this.#others.set(tab, waiting)
    this.group.whenGone(tab, () => this.#part(tab), waiting.signal)
  }

  #part(tab: string): void {
    this.#others.delete(tab)
    this.#watchers.remove(tab)
    this.#tellWatched()
  }

  #seen(): void {
    this.#watchers.seen(this.group.tab)
    this.#tellWatched()
  }

  #watchFor(tab: string, userIds: readonly string[], visible: boolean): void {
    this.#meet(tab)
    this.#watch(tab, userIds, visible, event => this.group.say({ type: 'event', term: this.term, event, tab }))
  }

  /** `tell` brings what is known already to the tab that asks. */
  #watch(tab: string, userIds: readonly string[], visible: boolean, tell: (event: ServerEvent) => void): void {
    this.#watchers.watch(tab, userIds, visible)
    this.#tellWatched()
    this.#watchers.known(userIds).forEach(tell)
  }

  #tellWatched(): void {
    if (this.state.name !== 'connected') return
    const userIds = this.#watchers.news(this.state.welcome.limits.watchedUsers)
    if (userIds) this.#connection.tell({ type: 'presence.watch', userIds: [...userIds] })
  }
}
