import { Connection } from './connection'
import type { ConnectionState } from './connection-state'
import { isAnswer, isDurable, isEphemeral } from './decode'
import type { Place } from './history'
import { newId } from './ids'
import { Inbox } from './inbox'
import { Keeping } from './kept/keeping'
import type { Line } from './line'
import { PresenceWatch } from './presence-watch'
import type { DurableEvent, MessageEvent, ServerEvent, TypingEvent, UserView, Welcome } from './protocol'
import { Reading } from './reading'
import { Receipts } from './receipts'
import { type ListPage, Rest } from './rest'
import { Sender } from './sender'
import type { WebSocketFactory } from './socket'
import { apply } from './state/apply'
import { forgetConversation, knowConversations } from './state/conversations'
import { hasGap } from './state/cursors'
import { interruptSending } from './state/outgoing'
import { knowPeople } from './state/people'
import { byActivity, isBehind, partner } from './state/read'
import { type ChatState, EMPTY_STATE } from './state/state'
import { type End, failedToOpen } from './state/threads'
import { Store } from './store'
import { Sync } from './sync'
import { type Surroundings, surroundings } from './tabs/surroundings'
import { Tab } from './tabs/tab'
import { type GetToken, personOf } from './token'
import { watchTyping } from './typing-expiry'
import { TypingNotice } from './typing-notice'
import { Windows } from './windows'

export interface ChatClientOptions {
  /** Where the service is, such as `https://chat.example`. */
  url: string
  /** Asked before every connect and every call; it should keep a token until that is about to expire. */
  getToken: GetToken
  /** In place of the browser's own. */
  fetch?: typeof globalThis.fetch
  /** In place of the browser's own. */
  WebSocket?: WebSocketFactory
  /**
   * What this client finds those of the same person in other tabs by, to share one connection; the browser's own unless given.
   * `false` gives it a connection of its own, as it has anyway where there are no Web Locks (plain HTTP, old browsers).
   */
  tabs?: Surroundings | false
}

/**
 * The chat of one person: one state, kept up to date over one socket, whatever the network does.
 * Reading is `state` and `subscribe`; everything else asks for a change that the state will show.
 */
export class ChatClient {
  /** Where the service is. */
  readonly url: string
  readonly #store = new Store()
  readonly #rest: Rest
  readonly #line: Line
  readonly #keeping: Keeping
  readonly #sender: Sender
  readonly #receipts: Receipts
  readonly #windows: Windows
  readonly #reading: Reading
  readonly #inbox: Inbox
  readonly #sync: Sync
  readonly #typing: TypingNotice
  readonly #presence: PresenceWatch
  #epoch: string | undefined
  /** Whose the last token was, as far as it says. */
  #person: string | undefined
  /** The state of which the presence is watched. */
  #followed = EMPTY_STATE

  constructor(options: ChatClientOptions) {
    const { url, getToken, fetch = globalThis.fetch.bind(globalThis), WebSocket = globalThis.WebSocket, tabs = surroundings() } = options
    this.url = url
    const ownGetToken: GetToken = async wanted => {
      const token = await getToken(wanted)
      this.#person = personOf(token)
      return token
    }
    const lineOptions = {
      url: new URL('/ws/chat/', url).href.replace(/^http/, 'ws'),
      getToken: ownGetToken,
      WebSocket,
      onState: (connection: ConnectionState) => this.#connectionChanged(connection),
      onEvent: (event: ServerEvent) => this.#receive(event),
    }
    this.#line = tabs ? new Tab(lineOptions, tabs) : new Connection(lineOptions)
    this.#rest = new Rest(new URL('/api/chat/', url).href, this.#line.getToken, fetch, () => this.#line.signedOut())
    this.#receipts = new Receipts(this.#store, this.#line)
    this.#keeping = new Keeping({
      url,
      store: this.#store,
      line: this.#line,
      receipts: this.#receipts,
      getToken: ownGetToken,
      person: () => this.#person,
      BroadcastChannel: (tabs || undefined)?.BroadcastChannel,
      onReady: () => this.#sender.flush(),
      onShown: epoch => (this.#epoch = epoch),
    })
    this.#sender = new Sender(this.#store, this.#line, this.#keeping.outbox)
    this.#windows = new Windows(this.#store)
    this.#reading = new Reading(this.#store, this.#rest, this.#windows, this.#keeping)
    this.#inbox = new Inbox(this.#store, this.#rest, this.#line)
    this.#sync = new Sync(this.#store, this.#line, ids => this.#reset(ids))
    this.#typing = new TypingNotice(this.#line)
    this.#presence = new PresenceWatch(this.#store, this.#line)
    watchTyping(this.#store)
    this.#store.subscribe(state => this.#follow(state))
  }

  get state(): ChatState {
    return this.#store.state
  }

  /** Calls the listener after every change. Returns what ends that. */
  subscribe(listener: (state: ChatState) => void): () => void {
    return this.#store.subscribe(listener)
  }

  /** Whether this tab, of all that this person has open in this browser, is the one with the connection. What must be done once is left to it. */
  get leads(): boolean {
    return this.#line.leads
  }

  /** How many messages were written here and are not stored yet: a sign-out would lose them. */
  get unsent(): number {
    return this.state.outgoing.length
  }

  /**
   * Shows what this browser has kept, if it is of the person whose token it gets or if no token can be had for now; then
   * connects, and keeps trying.
   */
  start(): void {
    this.#keeping.start(() => this.#line.start())
  }

  stop(): void {
    this.#keeping.stop()
    this.#line.stop()
  }

  /**
   * Stops, and removes all that this browser has kept, unsent messages too: somebody signs out, and the next one at this device
   * may be another person. Tell them before if there are `unsent` messages. A session that has merely expired is no sign-out.
   */
  async signOut(): Promise<void> {
    this.#forget(true)
    const wiped = this.#keeping.wipe()
    this.stop()
    this.#store.update(({ connection }) => ({ ...EMPTY_STATE, connection }))
    await wiped
  }

  /**
   * Loads a window of a conversation: with the message at `place`, otherwise from the first unread one, or the newest
   * page when that holds all unread ones. Nothing is loaded that is here: repeated, it tries again what has failed.
   */
  open(conversationId: string, place?: Place): Promise<void> {
    return this.#reading.open(conversationId, place)
  }

  /**
   * Somebody looks at a conversation, until the returned function is called. After that only its newest page is kept,
   * and nothing at all of those that were looked at long ago.
   */
  show(conversationId: string): () => void {
    return this.#windows.show(conversationId)
  }

  /** Loads the page before the window. */
  async loadOlder(conversationId: string): Promise<void> {
    await this.#reading.history?.older(conversationId)
  }

  /** Loads the page after the window, where that ends before the conversation does. */
  async loadNewer(conversationId: string): Promise<void> {
    await this.#reading.history?.newer(conversationId)
  }

  /** Loads the newest page in place of a window that ends before it, in one change of the state. */
  async loadLatest(conversationId: string): Promise<void> {
    await this.#reading.history?.latest(conversationId)
  }

  /** Lets messages at one end of a window go, so that it stays small. They can be loaded again. No window holds more than 600. */
  dropMessages(conversationId: string, end: End, count: number): void {
    this.#windows.drop(conversationId, end, count)
  }

  /** Loads the list again after it could not be loaded. */
  reloadConversations(): Promise<void> {
    return this.#inbox.refresh()
  }

  loadMoreConversations(): Promise<void> {
    return this.#inbox.more()
  }

  /** The id of the direct conversation with somebody. Rejects with `ChatError`, such as `user_not_found`. */
  async startConversation(userId: string): Promise<string> {
    const view = await this.#rest.startConversation(userId)
    this.#store.update(state => knowConversations(state, [view]))
    return view.id
  }

  /** A page of the directory; `next` is the one that the page before named. Their presence is kept in the state. */
  async findPeople(q: string, next?: string): Promise<ListPage<UserView>> {
    const page = await this.#rest.users(q, next)
    this.#store.update(state => knowPeople(state, page.items))
    return page
  }

  /** Keeps a text that is not sent yet. It is in the state of every tab until another one, such as an empty one, takes its place. */
  draft(conversationId: string, text: string): void {
    this.#keeping.drafts.write(conversationId, text)
  }

  /**
   * Writes a message. It is in the state at once, and goes out as soon as the service can be reached, be it after a reload or
   * from another tab: once, and in the order of writing. A draft of the same text is empty then.
   * Throws `OutboxFullError` when 1,000 messages wait already.
   */
  send(conversationId: string, body: string): void {
    this.#typing.say(conversationId, false)
    const outgoing = { clientId: newId(), conversationId, body, writtenAt: new Date().toISOString(), state: 'queued' as const }
    this.#keeping.outbox.write(outgoing, this.#keeping.drafts.spend(conversationId, body))
  }

  /** Sends a failed or rejected message again, as the same message, after those that wait. */
  retry(clientId: string): void {
    this.#keeping.outbox.retry(clientId)
  }

  /** Puts the text of a message that was not sent back into the draft, to be changed; unless it is being sent just now. */
  takeBack(clientId: string): void {
    this.#keeping.outbox.takeBack(clientId)
  }

  /** Drops a message that was not sent. */
  discard(clientId: string): void {
    this.#keeping.outbox.discard(clientId)
  }

  /** I have seen everything up to `seq`. */
  markRead(conversationId: string, seq: number): void {
    this.#receipts.read(conversationId, seq)
  }

  /** Call it on every key stroke with `true`, and with `false` when the text is sent, left or emptied. */
  typing(conversationId: string, active: boolean): void {
    this.#typing.say(conversationId, active)
  }

  /** Keeps the presence of these people up to date, for the part of the page that `watcher` names. */
  watchPresence(watcher: string, userIds: readonly string[]): void {
    this.#presence.watch(watcher, userIds)
  }

  #connectionChanged(connection: ConnectionState): void {
    this.#store.update(state => ({ ...(connection.name === 'connected' ? state : interruptSending(state)), connection }))
    this.#presence.connectionChanged(connection.name)
  }

  #receive(event: ServerEvent): void {
    if (event.type === 'welcome') this.#welcomed(event)
    if (event.type === 'message') this.#storedIfMine(event)
    if (isDurable(event)) this.#sync.receive(event)
    if (isEphemeral(event)) this.#store.update(state => apply(state, event, Date.now()))
    if ('conversationId' in event && !isAnswer(event)) this.#meet(event)
  }

  #welcomed({ userId: me, epoch }: Welcome): void {
    this.#keeping.welcome(me)
    const other = this.state.me !== undefined && this.state.me !== me
    const restored = this.#epoch !== undefined && this.#epoch !== epoch
    this.#epoch = epoch
    if (other || restored) this.#forget(other)
    this.#store.update(state => ({ ...state, me }))
    this.#keeping.own({ me, epoch, person: this.#person })
    this.#presence.reconnected()
    this.#sender.flush()
    this.#receipts.flush()
    const { list, conversations } = this.state
    if (list.name === 'ready' || conversations.size > 0) this.#sync.reconnected()
    if (list.name !== 'ready') void this.#inbox.refresh()
    // Of what is held the sync brings what was missed.
    for (const [id, thread] of this.state.threads) if (failedToOpen(thread)) void this.open(id)
  }

  /**
   * Starts from nothing. A restored database may have given known numbers to other messages, so only what was written
   * here still counts; of another person not even that: it must never go out, or be seen, in the name of this one.
   */
  #forget(otherPerson: boolean): void {
    for (const part of [this.#rest, this.#keeping.outbox, this.#receipts]) part.forget()
    if (otherPerson) this.#keeping.drafts.forget()
    this.#store.update(({ connection, kept, outgoing, drafts }) => ({ ...EMPTY_STATE, connection, kept, ...(!otherPerson && { outgoing, drafts }) }))
  }

  /** Whatever became of its acknowledgement. */
  #storedIfMine({ message: { clientId, senderId, seq } }: MessageEvent): void {
    if (senderId === this.state.me && this.state.outgoing.some(mine => mine.clientId === clientId)) this.#keeping.outbox.stored(clientId, seq)
  }

  /** An event of a conversation that may not be known yet. */
  #meet(event: DurableEvent | TypingEvent): void {
    if (event.type === 'conversation' || this.state.conversations.has(event.conversationId)) return
    void this.#inbox.fetch(event.conversationId, event.type === 'typing' ? 0 : event.version)
  }

  /** What is held of these cannot be brought up to date, or they are not mine any more. */
  #reset(conversationIds: readonly string[]): void {
    this.#keeping.drop(conversationIds)
    for (const id of conversationIds) {
      const opened = this.state.threads.has(id)
      this.#store.update(state => forgetConversation(state, id))
      void (opened ? this.open(id) : this.#inbox.fetch(id, 0))
    }
  }

  /** What events can still bring is not read over REST. */
  #catchUp(): void {
    if ([...this.state.conversations.values()].some(hasGap)) this.#sync.repair()
    if (this.#sync.asking) return
    for (const id of this.state.threads.keys()) if (isBehind(this.state, id)) void this.#reading.history?.catchUp(id)
  }

  #watchPartners(state: ChatState): void {
    const { conversations, people } = state
    if (conversations === this.#followed.conversations && people === this.#followed.people) return
    this.#followed = state
    this.#presence.fillUp(() => byActivity(this.state).flatMap(conversation => partner(this.state, conversation)?.id ?? []))
  }

  /** What follows from a state, whoever made it. */
  #follow(state: ChatState): void {
    this.#receipts.received(state)
    this.#keeping.outbox.follow(state)
    if (state.connection.name === 'connected') this.#catchUp()
    this.#watchPartners(state)
  }
}
