import type { ChatClient, ChatState } from '@eplatform/chat'
import { followLanguage, type LanguageChoice, setLanguage } from '../words/choice'
import { ErrorEvent, ReadyEvent, UnreadChangeEvent } from './events'
import { type HostToken, ownSession, type Sdk, tokenFor } from './token'

/** What the page around the elements says about the chat. Everything can be said at any time, and in parts. */
export interface EmbeddingOptions extends LanguageChoice {
  /** Where the service is, such as `https://chat.example`. Default: where the script comes from. */
  url?: string | undefined
  /** Gives the access token of whoever is signed in. Default, on the service's own origin: that of its session. */
  getToken?: HostToken | undefined
}

/** An element, or whatever else of the page shows the chat. */
export interface Member {
  /** Something has changed: the state, who is signed in, the language, or a minute has passed. */
  changed(): void
  /** The people whose presence it shows. */
  readonly people: readonly string[]
  /** Hears the events too. */
  readonly target?: EventTarget
}

/** How long the connection stays after the last element is gone, in milliseconds: a page that is being rebuilt has none for a moment. */
const REST_MS = 30_000
/** An interruption that lasts this long, in milliseconds, is told to the page around. */
const OUTAGE_MS = 10_000
const MINUTE_MS = 60_000

/**
 * The chat of one page: its elements share one client. It is made when there is an element and a way to a token, and
 * not before: a page where nobody is signed in makes no request.
 */
export class Embedding extends EventTarget {
  #options: EmbeddingOptions = {}
  readonly #members = new Set<Member>()
  #client: ChatClient | undefined
  #sdk: Sdk | undefined
  /** Somebody has signed out, and nobody in since. */
  #isLeft = false
  /** Counts the persons, so that what was asked for one of them never reaches the next. */
  #person = 0
  #loading = false
  #unsubscribe: (() => void) | undefined
  #unfollow: (() => void) | undefined
  #minutes: ReturnType<typeof setInterval> | undefined
  #rest: ReturnType<typeof setTimeout> | undefined
  #outage: ReturnType<typeof setTimeout> | undefined
  #ready = false
  #unread = 0
  #watched = ''

  constructor(
    private readonly home: string,
    private readonly loadSdk: () => Promise<Sdk>,
  ) {
    super()
  }

  /** Where the service is, with a slash at the end. */
  get url(): string {
    return new URL('/', this.#options.url ?? this.home).href
  }

  /** The chat of whoever is signed in; nothing until it is known that somebody is. */
  get client(): ChatClient | undefined {
    return this.state && this.#client
  }

  get state(): ChatState | undefined {
    const state = this.#client?.state
    return state?.connection.name === 'closed' && state.connection.reason === 'signed_out' ? undefined : state
  }

  /** Whether somebody may be signed in, and what finds it out is being loaded. */
  get isComing(): boolean {
    return this.#loading
  }

  /** Resolves with the chat of whoever is signed in, once it is connected. */
  async connected(): Promise<ChatClient> {
    if (!this.#ready) await new Promise(resolve => this.addEventListener('chat-ready', resolve, { once: true }))
    return this.client ?? this.connected()
  }

  /** How many messages wait to be read, in all conversations that are known here. */
  get unread(): number {
    return this.#unread
  }

  /** How many messages from somebody wait to be read. */
  unreadFrom(userId: string): number {
    const { state } = this
    if (!state || state.me === undefined || state.me === userId) return 0
    const withThem = [...state.conversations.values()].find(({ kind, participants }) => kind === 'direct' && participants.some(each => each.userId === userId))
    return (withThem && this.#sdk?.unread(state, withThem)) ?? 0
  }

  /** The address of the service's own page, at the conversation with somebody if they are given. */
  addressOf(userId?: string | null): string {
    return new URL(userId ? `chat/?${new URLSearchParams({ with: userId })}` : 'chat/', this.url).href
  }

  /** Says more about the chat. Another `getToken` is another way to the token of the same person; see `identify`. */
  configure(options: EmbeddingOptions): void {
    const { locale, words, getToken } = this.#options
    const moved = options.url !== undefined && this.#client !== undefined && new URL('/', options.url).href !== this.url
    this.#options = { ...this.#options, ...options }
    if (this.#options.locale !== locale || this.#options.words !== words) void this.#speak()
    if (moved) this.#forget()
    if (options.getToken && options.getToken !== getToken) this.#resume()
    this.#act()
  }

  /** Somebody else is signed in from now on. What the page had of the person before is gone when it resolves. */
  async identify(getToken: HostToken): Promise<void> {
    const gone = this.#forget()
    this.#options = { ...this.#options, getToken }
    this.#isLeft = false
    await gone
    this.#act()
  }

  /** Nobody is signed in any more. What the page had of the person before is gone when it resolves. */
  async logout(): Promise<void> {
    const gone = this.#forget()
    this.#options = { ...this.#options, getToken: undefined }
    this.#isLeft = true
    await gone
  }

  /** Takes part in the chat of the page. Returns what ends that. */
  join(member: Member): () => void {
    this.#members.add(member)
    this.#unfollow ??= followLanguage(() => this.#tell())
    this.#minutes ??= setInterval(() => this.#tell(), MINUTE_MS)
    this.#act()
    return () => this.#leave(member)
  }

  /** A member shows other people than before. */
  watch(): void {
    const people = [...new Set([...this.#members].reverse().flatMap(member => member.people))]
    const list = people.join('\n')
    if (list === this.#watched || !this.#client) return
    this.#watched = list
    this.#client.watchPresence('page', people)
  }

  /** Tells the page around, and every element of it, of a failure. */
  fail(code: string, detail: string): void {
    this.#announce(() => new ErrorEvent(code, detail))
  }

  /** Tells of a conversation that could not be opened, where no other try will be made. */
  failToOpen(error: unknown): void {
    if (error !== undefined) this.fail(error instanceof Error && 'code' in error ? String(error.code) : 'not_loaded', String(error))
  }

  #leave(member: Member): void {
    this.#members.delete(member)
    this.watch()
    if (this.#members.size > 0) return
    clearInterval(this.#minutes)
    this.#minutes = undefined
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => this.#members.size === 0 && this.#client?.stop(), REST_MS)
  }

  /** Does what there is to do now: loads, connects, tells. */
  #act(): void {
    if (this.#members.size === 0) return
    if (this.#client) this.#wake(this.#client)
    else if (this.#hasToken && !this.#loading) void this.#make()
    this.watch()
  }

  #wake(client: ChatClient): void {
    clearTimeout(this.#rest)
    const { connection } = client.state
    if (connection.name === 'closed' && connection.reason !== 'signed_out') client.start()
  }

  /** There is another way to a token: whoever was signed out may be signed in. */
  #resume(): void {
    const connection = this.#client?.state.connection
    if (connection?.name === 'closed' && connection.reason === 'signed_out') this.#client?.start()
  }

  get #hasToken(): boolean {
    return this.#options.getToken !== undefined || (this.#isHome && !this.#isLeft)
  }

  /** Whether this page is one of the service itself, whose session any script of it may ask for. */
  get #isHome(): boolean {
    return new URL(this.url).origin === location.origin
  }

  async #make(): Promise<void> {
    const person = this.#person
    this.#loading = true
    try {
      this.#sdk = await this.loadSdk()
      if (person === this.#person) this.#begin(this.#sdk)
    } catch (error) {
      this.fail('not_loaded', String(error))
    } finally {
      this.#loading = false
    }
    if (person !== this.#person) this.#act()
    this.#tell()
  }

  #begin(sdk: Sdk): void {
    const session = this.#isHome ? ownSession() : undefined
    const person = this.#person
    // What is still asked for the person before gets no token of the next one.
    const getToken = tokenFor(sdk, () => (person === this.#person ? (this.#options.getToken ?? session) : undefined))
    this.#client = new sdk.ChatClient({ url: this.url, getToken })
    this.#unsubscribe = this.#client.subscribe(state => this.#follow(state))
    this.#watched = ''
    this.watch()
    this.#client.start()
  }

  #forget(): Promise<void> {
    const client = this.#client
    this.#person++
    clearTimeout(this.#outage)
    this.#outage = undefined
    this.#unsubscribe?.()
    this.#client = undefined
    this.#ready = false
    this.#count(0)
    this.#tell()
    return client?.signOut() ?? Promise.resolve()
  }

  #follow(state: ChatState): void {
    this.#count(this.#sdk?.totalUnread(state) ?? 0)
    const { connection } = state
    if (connection.name === 'connected') this.#connected(state)
    if (connection.name === 'closed' && connection.reason === 'signed_out' && this.#ready) {
      this.#ready = false
      this.fail('signed_out', 'no token, or a refused one')
    }
    this.#observe(connection.name === 'offline' || connection.name === 'connecting')
    this.#tell()
  }

  #connected(state: ChatState): void {
    if (this.#ready || state.me === undefined) return
    this.#ready = true
    const { me } = state
    this.#announce(() => new ReadyEvent(me))
  }

  #observe(isAway: boolean): void {
    if (!isAway) {
      clearTimeout(this.#outage)
      this.#outage = undefined
    } else {
      this.#outage ??= setTimeout(() => this.fail('unreachable', `no connection to ${this.url}`), OUTAGE_MS)
    }
  }

  #count(unread: number): void {
    if (unread === this.#unread) return
    this.#unread = unread
    this.#announce(() => new UnreadChangeEvent(unread))
  }

  async #speak(): Promise<void> {
    const { locale, words } = this.#options
    await setLanguage({ locale, words }).catch(error => this.fail('not_loaded', String(error)))
  }

  #announce(event: () => Event): void {
    this.dispatchEvent(event())
    for (const { target } of [...this.#members]) target?.dispatchEvent(event())
  }

  #tell(): void {
    for (const member of [...this.#members]) member.changed()
  }
}
