import type { ChatClient } from '@eplatform/chat'
import { chat } from './chat'
import './chat-app'
import './chat-launcher'
import './chat-panel'
import './chat-presence'
import './chat-unread'
import './chat-with'
import type { EmbeddingOptions } from './embedding'
import type { HostToken } from './token'

export type { EmbeddedApp } from './chat-app'
export type { ChatLauncher } from './chat-launcher'
export type { ChatPanel } from './chat-panel'
export type { ChatPresence } from './chat-presence'
export type { ChatUnread } from './chat-unread'
export type { ChatWith } from './chat-with'
export type { Embedding, EmbeddingOptions } from './embedding'
export type { ErrorEvent, PanelEvent, ReadyEvent, UnreadChangeEvent } from './events'
export type { HostToken } from './token'
export { chat }

/** Says more about the chat of this page, at any time. */
export function configure(options: EmbeddingOptions): void {
  chat.configure(options)
}

/** Somebody else is signed in from now on. */
export function identify(getToken: HostToken): Promise<void> {
  return chat.identify(getToken)
}

/** Nobody is signed in any more. */
export function logout(): Promise<void> {
  return chat.logout()
}

/**
 * Connects, and keeps markup such as `<span class="status-indicator" data-user-id="42"></span>` up to date: the two
 * things that the script of this name did. Resolves with the client once it is connected; while nobody is signed in it waits.
 */
export async function initializeChatWebsocket(): Promise<ChatClient> {
  const { followIndicators } = await import('./indicators')
  followIndicators()
  return chat.connected()
}
