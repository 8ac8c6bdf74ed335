/** Somebody chose a conversation. */
export class OpenEvent extends Event {
  constructor(readonly conversationId: string) {
    super('chat-open', { bubbles: true, composed: true })
  }
}

/** Somebody chose a person to talk to. */
export class OpenWithEvent extends Event {
  constructor(readonly userId: string) {
    super('chat-open-with', { bubbles: true, composed: true })
  }
}

/** A wish that only the page can fulfil: to leave the conversation, to sign in or out, to meet other people, to learn the keys. */
export class WishEvent extends Event {
  constructor(wish: 'chat-back' | 'chat-sign-in' | 'chat-sign-out' | 'chat-new' | 'chat-shortcuts') {
    super(wish, { bubbles: true, composed: true })
  }
}

/** Something on the page has changed that somebody who does not see it should hear. */
export class TellEvent extends Event {
  constructor(readonly text: string) {
    super('chat-tell', { bubbles: true, composed: true })
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-open': OpenEvent
    'chat-open-with': OpenWithEvent
    'chat-back': WishEvent
    'chat-sign-in': WishEvent
    'chat-sign-out': WishEvent
    'chat-new': WishEvent
    'chat-shortcuts': WishEvent
    'chat-tell': TellEvent
  }
}
