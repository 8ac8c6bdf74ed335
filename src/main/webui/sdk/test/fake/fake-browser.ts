import type { WebSocketFactory } from '../../src/socket'
import type { Surroundings } from '../../src/tabs/surroundings'
import { FakeLocks } from './fake-locks'
import type { FakeServer } from './fake-server'
import { FakeSocket } from './fake-socket'

/** How long what one tab says takes to another, in milliseconds. */
const HOP_MS = 1

/** A browser: what its tabs share. */
export class FakeBrowser {
  readonly locks = new FakeLocks()
  readonly channels = new Set<FakeChannel>()

  tab(): FakeTab {
    return new FakeTab(this)
  }
}

/**
 * One tab. While it is frozen nothing comes in and nothing gets out, and all of it happens when it thaws. One that crashed does
 * nothing any more.
 */
export class FakeTab implements Surroundings {
  visible = true
  readonly locks: Surroundings['locks']
  crashed = false
  readonly #sockets = new Set<FakeSocket>()
  /** What waits for the thaw. */
  #waiting: (() => void)[] | undefined

  constructor(readonly browser: FakeBrowser) {
    const request = browser.locks.requestOf(this)
    this.locks = { request: (...args: never[]) => this.soon(() => (request as (...args: never[]) => Promise<unknown>)(...args)) } as Surroundings['locks']
  }

  readonly isVisible = () => this.visible

  get BroadcastChannel(): Surroundings['BroadcastChannel'] {
    const tab = this
    return function (name: string) {
      return new FakeChannel(tab, name)
    } as unknown as Surroundings['BroadcastChannel']
  }

  WebSocketTo(server: FakeServer): WebSocketFactory {
    const tab = this
    return function (url: string, protocols: string[]) {
      const socket = new FakeSocket(server, url, protocols)
      if (tab.crashed) socket.end(1006)
      tab.#sockets.add(socket)
      return new TabSocket(tab, socket)
    } as unknown as WebSocketFactory
  }

  run(act: () => void): void {
    if (this.crashed) return
    if (this.#waiting) this.#waiting.push(act)
    else act()
  }

  soon<T>(act: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => this.run(() => act().then(value => this.run(() => resolve(value)), reason => this.run(() => reject(reason)))))
  }

  freeze(): void {
    this.#waiting ??= []
  }

  thaw(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = undefined
    for (const act of waiting) this.run(act)
  }

  crash(): void {
    this.crashed = true
    this.browser.locks.end(this)
    for (const channel of this.browser.channels) if (channel.tab === this) this.browser.channels.delete(channel)
    for (const socket of this.#sockets) socket.end(1006)
  }
}

class FakeChannel {
  onmessage: ((message: MessageEvent) => void) | null = null

  constructor(
    readonly tab: FakeTab,
    readonly name: string,
  ) {
    if (!tab.crashed) tab.browser.channels.add(this)
  }

  postMessage(message: unknown): void {
    const data: unknown = structuredClone(message)
    this.tab.run(() => {
      for (const other of this.tab.browser.channels) if (other !== this && other.name === this.name) other.#deliver(data)
    })
  }

  close(): void {
    this.tab.browser.channels.delete(this)
  }

  #deliver(data: unknown): void {
    setTimeout(() => this.tab.run(() => this.onmessage?.({ data } as MessageEvent)), HOP_MS)
  }
}

/** A socket as its tab sees it. */
class TabSocket {
  onmessage: FakeSocket['onmessage'] = null
  onclose: FakeSocket['onclose'] = null

  constructor(
    private readonly tab: FakeTab,
    private readonly socket: FakeSocket,
  ) {
    socket.onmessage = event => tab.run(() => this.onmessage?.(event))
    socket.onclose = event => tab.run(() => this.onclose?.(event))
  }

  get readyState(): number {
    return this.socket.readyState
  }

  send(frame: string): void {
    this.tab.run(() => this.socket.send(frame))
  }

  close(code?: number): void {
    this.tab.run(() => this.socket.close(code))
  }
}
