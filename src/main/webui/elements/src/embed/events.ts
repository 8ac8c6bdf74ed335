/** The first connection stands: whoever is signed in can talk. */
export class ReadyEvent extends Event {
  constructor(
    /** The id of the person who is signed in. */
    readonly userId: string,
  ) {
    super('chat-ready')
  }
}

/** Another number of messages waits to be read, in all conversations that are known here. */
export class UnreadChangeEvent extends Event {
  constructor(readonly count: number) {
    super('chat-unread-change')
  }
}

/** Why the chat does not do what it was asked for. What the service refused has its code, such as `user_not_found`. */
export type FailureCode = 'signed_out' | 'unreachable' | 'not_loaded' | (string & {})

/** Something did not work that the page around may want to know of. The elements tell people by themselves. */
export class ErrorEvent extends Event {
  constructor(
    readonly code: FailureCode,
    /** English, for a developer. */
    readonly detail: string,
  ) {
    super('chat-error')
  }
}

/** A panel has come up, or is gone. */
export class PanelEvent extends Event {
  constructor(what: 'chat-opened' | 'chat-closed') {
    super(what, { bubbles: true, composed: true })
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-ready': ReadyEvent
    'chat-unread-change': UnreadChangeEvent
    'chat-error': ErrorEvent
    'chat-opened': PanelEvent
    'chat-closed': PanelEvent
  }
}
