/** The part of a service worker's world that this one uses; TypeScript's own description of it excludes that of a page. */
export interface Worker extends EventTarget {
  readonly registration: ServiceWorkerRegistration
  readonly clients: {
    claim(): Promise<void>
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly Tab[]>
    openWindow(url: string): Promise<Tab | null>
  }
  skipWaiting(): Promise<void>
}

export interface Tab {
  readonly url: string
  focus(): Promise<Tab>
  postMessage(message: unknown): void
}

/** An event that the worker stays alive for. */
export interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

export interface RequestEvent extends LastingEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

export interface NotificationClick extends LastingEvent {
  readonly notification: Notification & { readonly data: unknown }
}
