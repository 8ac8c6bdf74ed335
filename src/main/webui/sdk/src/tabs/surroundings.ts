import { isVisible } from '../wake'

/** As much of a `BroadcastChannel` as the SDK uses. */
export interface Channel {
  onmessage: ((message: MessageEvent) => void) | null
  postMessage(message: unknown): void
  close(): void
}

/** What the tabs of a browser find each other by. */
export interface Surroundings {
  /** Web Locks. */
  locks: Pick<LockManager, 'request'>
  BroadcastChannel: new (name: string) => Channel
  /** Whether somebody can see this tab. */
  isVisible(): boolean
}

/** This browser's, or nothing where tabs cannot find each other: Web Locks are for secure origins only. */
export function surroundings(): Surroundings | undefined {
  const locks: LockManager | undefined = globalThis.navigator?.locks
  const { BroadcastChannel } = globalThis as Partial<typeof globalThis>
  return locks && BroadcastChannel && { locks, BroadcastChannel, isVisible }
}
