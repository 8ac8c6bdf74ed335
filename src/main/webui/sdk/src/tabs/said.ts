import type { ConnectionState } from '../connection-state'
import type { Command, ServerEvent } from '../protocol'

/**
 * Another number, another group: tabs with two versions of the SDK that would misunderstand each other do not meet.
 * It rises with every change of `Said` that is more than an added field.
 */
const VERSION = 1

/** The name of what the tabs of one person at one service share, and nobody else: their channel and their lock. */
export function groupName(url: string, person: string): string {
  return `eplatform-chat/${VERSION} ${url} ${person}`
}

/**
 * What tabs say to each other. Followers speak to whoever leads, the leader to all of them. `term` (milliseconds since
 * 1970) is when it came to lead: of two that believe so, the later one is right.
 */
export type Said =
  /** Who leads, and how is it? */
  | { type: 'probe' }
  /** Somebody looks at this tab, or its network came back: waiting longer has become pointless. */
  | { type: 'wake' }
  | { type: 'command'; command: Command }
  /** Whose presence this tab wants to know, in place of those before. */
  | { type: 'watch'; tab: string; userIds: readonly string[]; visible: boolean }
  /** `count` numbers the states of a term. */
  | { type: 'state'; term: number; count: number; state: ConnectionState }
  /** Something came from the service, for all or for this tab. Answers are for the one that made their `id`. */
  | { type: 'event'; term: number; event: ServerEvent; tab?: string }
