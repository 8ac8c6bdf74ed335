import type { Outgoing } from '../state/state'
import type { Channel } from '../tabs/surroundings'

/** What one tab tells the others of what it keeps. */
export type Notice =
  | { readonly type: 'outbox' }
  | { readonly type: 'progress'; readonly clientId: string; readonly state: Outgoing['state'] }
  | { readonly type: 'drafts'; readonly drafts: readonly (readonly [conversationId: string, text: string])[] }
  /** Everything that was kept is gone, whoever's it was: somebody signed out, or another person came. */
  | { readonly type: 'wiped' }

/** Raised when tabs with another version of this code would misunderstand each other. */
const PROTOCOL = 1

/** The tabs of one person tell each other that what is kept has changed. Where there is no channel each sees only its own. */
export class Notices {
  #channel: Channel | undefined

  constructor(
    private readonly BroadcastChannel: (new (name: string) => Channel) | undefined,
    private readonly name: string,
    private readonly me: () => string,
    private readonly hear: (notice: Notice) => void,
  ) {}

  start(): void {
    if (this.#channel || !this.BroadcastChannel) return
    this.#channel = new this.BroadcastChannel(`${this.name} ${PROTOCOL}`)
    this.#channel.onmessage = ({ data }) => this.#receive(data as { by: string; notice: Notice })
  }

  stop(): void {
    this.#channel?.close()
    this.#channel = undefined
  }

  say(notice: Notice): void {
    this.#channel?.postMessage({ by: this.me(), notice })
  }

  #receive({ by, notice }: { by: string; notice: Notice }): void {
    if (by === this.me() || notice.type === 'wiped') this.hear(notice)
  }
}
