import type { ChatClient, Thread } from '@eplatform/chat'

/**
 * Where the reader is being brought, for as long as it is not loaded: into a conversation, to its end, to the first
 * unread message, or to one of them. The focus goes there too, unless somebody is brought to the end while they write.
 */
export type Goal = { name: 'opening' } | { name: 'end'; focus?: true } | { name: 'line'; seq: number } | { name: 'message'; seq: number }

/** Loads what is missing for a goal. */
export function load(goal: Goal, client: ChatClient, conversationId: string): void {
  switch (goal.name) {
    case 'opening':
      return void client.open(conversationId)
    case 'end':
      return void client.loadLatest(conversationId)
    case 'line':
    case 'message':
      return void client.open(conversationId, { seq: goal.seq })
  }
}

/** Whether a goal can be reached now. `thread` is nothing for what was only written and never loaded. */
export function isLoaded(goal: Goal, thread: Thread | undefined): boolean {
  if (thread?.loading === 'window') return false
  switch (goal.name) {
    case 'opening':
      return true
    case 'end':
      return !thread?.hasNewer
    case 'line':
    case 'message':
      return thread !== undefined && holds(thread, goal.seq)
  }
}

/** Whether a goal has to be asked for again: it was loaded once, and is gone or was never in the answer. */
export function isLost(goal: Goal, thread: Thread | undefined, lastSeq: number): boolean {
  if (!thread || thread.loading || thread.failed || isLoaded(goal, thread)) return false
  return goal.name === 'opening' || goal.name === 'end' || (goal.seq >= 1 && goal.seq <= lastSeq)
}

function holds({ messages }: Thread, seq: number): boolean {
  return messages.length > 0 && seq >= messages[0]!.seq && seq <= messages.at(-1)!.seq
}
