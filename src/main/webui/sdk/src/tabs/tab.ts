import { Connection } from '../connection'
import type { ConnectionState } from '../connection-state'
import { NoAnswerError } from '../errors'
import type { Line, LineOptions, Question } from '../line'
import type { Answer, Command } from '../protocol'
import { type GetToken, personOf } from '../token'
import { Follower } from './follower'
import { Group } from './group'
import { Leader } from './leader'
import { onPageLife } from './page-life'
import { groupName, type Said } from './said'
import type { Surroundings } from './surroundings'

/**
 * The line of one of many tabs, of which one leads and the others follow. Until a token says whose tab this is it tries alone;
 * where tokens do not say, or the browser does not let tabs find each other, it stays alone.
 */
export class Tab implements Line {
  #state: ConnectionState = { name: 'closed', reason: 'not_started' }
  #role: Connection | Leader | Follower
  /** Counts the roles: what an earlier one still has to say is nobody's business. */
  #turn = 0
  #person: string | undefined
  #group: Group | undefined
  /** The latest one that was heard of. */
  #term = 0
  #stopWatchingPage: (() => void) | undefined

  constructor(
    private readonly options: LineOptions,
    private readonly surroundings: Surroundings,
  ) {
    this.#role = new Connection(this.#roleOptions())
  }

  get state(): ConnectionState {
    return this.#state
  }

  get leads(): boolean {
    return this.#role.leads
  }

  readonly getToken: GetToken = async wanted => {
    const token = await this.options.getToken(wanted)
    this.#belongTo(personOf(token))
    return token
  }

  start(): void {
    if (this.#state.name !== 'closed') return
    this.#stopWatchingPage = onPageLife(() => this.#suspend(), () => this.#resume())
    this.#resume()
  }

  stop(): void {
    this.#become({ name: 'closed', reason: 'stopped' })
  }

  signedOut(): void {
    this.#role.signedOut()
  }

  tell(command: Command): void {
    this.#role.tell(command)
  }

  ask(question: Question): Promise<Answer> {
    return this.#role.ask(question)
  }

  #belongTo(person: string | undefined): void {
    if (this.#state.name === 'closed' || person === this.#person) return
    const another = this.#person !== undefined
    this.#leave()
    this.#person = person
    if (person === undefined) this.#resume()
    else this.#join(person)
    if (another) throw new NoAnswerError('Session changed')
  }

  #join(person: string): void {
    const group = new Group(this.surroundings, groupName(this.options.url, person), {
      said: said => this.#hear(said),
      leads: () => this.#lead(group),
      deposed: () => this.#follow(group),
      unavailable: () => this.#goAlone(person),
    })
    this.#group = group
    this.#follow(group)
  }

  #hear(said: Said): void {
    if ('term' in said) {
      if (said.term < this.#term) return
      this.#term = said.term
    }
    if (!(this.#role instanceof Connection)) this.#role.hear(said)
  }

  #lead(group: Group): void {
    const { since } = this.#waiting()
    this.#term = Math.max(Date.now(), this.#term + 1)
    this.#play(new Leader(this.#roleOptions(), group, this.#term)).start(since)
  }

  #follow(group: Group): void {
    const waiting = this.#waiting()
    this.#play(new Follower(this.#roleOptions(), group, waiting)).start()
    this.#become(waiting)
  }

  #goAlone(person: string): void {
    this.#leave()
    this.#person = person
    this.#resume()
  }

  /** Alone, and not yet started. */
  #leave(): void {
    this.#play(new Connection(this.#roleOptions()))
    this.#group?.leave()
    this.#group = undefined
    this.#person = undefined
    this.#term = 0
  }

  #suspend(): void {
    this.#leave()
    this.#become(this.#waiting())
  }

  #resume(): void {
    if (!this.#group) this.#role.start()
  }

  #play<R extends Connection | Leader | Follower>(role: R): R {
    this.#role.stop()
    this.#role = role
    return role
  }

  /** Muted as soon as another role's are made. */
  #roleOptions(): LineOptions {
    const turn = ++this.#turn
    return {
      ...this.options,
      getToken: this.getToken,
      onState: state => turn === this.#turn && this.#become(state),
      onEvent: event => turn === this.#turn && this.options.onEvent(event),
    }
  }

  #become(state: ConnectionState): void {
    if (state.name === 'closed') {
      this.#stopWatchingPage?.()
      this.#leave()
    }
    this.#state = state
    this.options.onState(state)
  }

  /** Not connected, for as long as has been the case. */
  #waiting() {
    const { since = Date.now(), attempt = 0 } = 'since' in this.#state ? this.#state : {}
    return { name: 'connecting' as const, since, attempt }
  }
}
