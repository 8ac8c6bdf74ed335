import { type ChatClient, type ChatState, SignedOutError } from '@eplatform/chat'
import type { ChatApp } from '@eplatform/chat-elements'
import type { FakeServer } from '../../../sdk/test/fake/fake-server'

/** What stands on the stage. */
export interface Stage {
  server: FakeServer
  client: ChatClient
  app: ChatApp
}

/** What a scene prepares before anything is asked, who comes, and what happens once the connection stands. */
export interface Scene {
  empty?: boolean
  prepare?(server: FakeServer): void
  getToken?(): Promise<string>
  play?(stage: Stage): void
}

export const SCENES: Record<string, Scene> = {
  empty: { empty: true },
  loading: { prepare: server => (server.latencyMs = 3_600_000) },
  failed: { prepare: server => (server.failRest = true) },
  'signed-out': { getToken: () => Promise.reject(new SignedOutError('')) },
  offline: { play: goOffline },
  'failed-thread': { play: failToOpen },
  states: { play: ({ client, server }) => everyState(client, server) },
  typing: { play: ({ server }) => typeFor(server, 'bob') },
  toasts: { play: ({ server, app }) => toastsThatStay(server, app, 'carol', 'farid') },
  problem: { play: ({ app }) => (app.problem = 'This person is not known to the chat.') },
}

/** Resolves once the client's state is so. */
export function reached(client: ChatClient, so: (state: ChatState) => boolean): Promise<void> {
  return new Promise(resolve => {
    const check = () => {
      if (!so(client.state)) return
      unsubscribe()
      resolve()
    }
    const unsubscribe = client.subscribe(check)
    check()
  })
}

function goOffline({ server }: Stage): void {
  server.refuseConnections = true
  server.cut()
}

/** Give it no `open`: it opens one itself, when nothing answers any more. */
function failToOpen({ server, app }: Stage): void {
  server.failRest = true
  app.conversationId = 'bob'
}

/** One's own messages in each of their states but the last ones, which the stored ones have. */
function everyState(client: ChatClient, server: FakeServer): void {
  const broken = { code: 'internal' as const, retryAfterMs: 1 }
  server.refusals.push(broken, broken, broken, broken, broken, { code: 'message_too_long' })
  client.send('bob', 'The service breaks on this one')
  client.send('bob', 'And this one says too much')
  client.send('bob', 'This one has arrived at the service')
  const isSettled = ({ outgoing }: ChatState) => outgoing.length === 2 && outgoing.every(({ state }) => state === 'failed' || state === 'rejected')
  void reached(client, isSettled).then(() => {
    server.mute = true
    client.send('bob', 'This one is under way')
    client.send('bob', 'And this one waits behind it')
  })
}

/** Typing that does not end, as it is forgotten after 7 s. */
function typeFor(server: FakeServer, userId: string): void {
  const type = () => server.broadcast(userId, { type: 'typing', conversationId: userId, userId, active: true })
  setInterval(type, 3000)
  type()
}

/** These people write, one message each. What tells of it is pointed at, as it goes by itself otherwise. */
function toastsThatStay(server: FakeServer, app: ChatApp, ...people: string[]): void {
  for (const id of people) server.say(server.data.conversations.get(id)!, id, 'Lunch?')
  const point = () => {
    const region = app.parts.toasts?.renderRoot.querySelector('section')
    if (region) region.dispatchEvent(new PointerEvent('pointerenter'))
    else requestAnimationFrame(point)
  }
  point()
}
