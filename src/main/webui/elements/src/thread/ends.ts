import type { ChatClient, Thread } from '@eplatform/chat'
import { farRows, isLarge } from './far-rows'

/** So near to an end what follows there is loaded, in heights of what is in view. */
const SCREENS = 2

/** Loads what follows at an end that is near, and lets go what is far. Nothing is loaded by itself where that has failed. */
export function tendEnds(client: ChatClient, conversationId: string, thread: Thread, scroller: HTMLElement, messages: readonly HTMLElement[]): void {
  if (thread.loading || thread.failed || scroller.clientHeight === 0) return
  const below = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight
  if (thread.hasOlder && scroller.scrollTop < SCREENS * scroller.clientHeight) return void client.loadOlder(conversationId)
  if (thread.hasNewer && below < SCREENS * scroller.clientHeight) return void client.loadNewer(conversationId)
  if (!isLarge(thread.messages.length)) return
  const drop = farRows(scroller, messages.filter(row => row.dataset['seq'] !== undefined))
  if (drop) client.dropMessages(conversationId, drop.end, drop.count)
}
