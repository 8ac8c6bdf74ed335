// The elements as a page sees them. These files need none of the sources: a page that takes the elements from the service
// can take a copy of them. A test holds them against the sources and the manifest.

/**
 * How the page around gives the access token of whoever is signed in there. Nothing, or an empty text, is nobody; an
 * error is "try again later". `refresh` asks for another one, because the last was not accepted or is about to expire.
 */
export type HostToken = (wanted?: { refresh?: boolean }) => Token | Promise<Token>

type Token = string | null | undefined

/** The first connection stands: whoever is signed in can talk. */
export interface ReadyEvent extends Event {
  /** The id of the person who is signed in. */
  readonly userId: string
}

/** Another number of messages waits to be read, in all conversations that are known here. */
export interface UnreadChangeEvent extends Event {
  readonly count: number
}

/** Something did not work that the page around may want to know of. */
export interface ErrorEvent extends Event {
  /** What the service refused has its code, such as `user_not_found`. */
  readonly code: 'signed_out' | 'unreachable' | 'not_loaded' | (string & {})
  /** English, for a developer. */
  readonly detail: string
}

/** A panel has come up, or is gone. */
export interface PanelEvent extends Event {}

interface ChatElement extends HTMLElement {
  /** How the page around gives the token; counts for the whole page. */
  set getToken(getToken: HostToken)
}

interface WithUser {
  /** The id of the person. */
  get user(): string
  set user(user: string | null | undefined)
}

interface Openable {
  /** Does nothing while nobody is signed in. */
  open(): void
  close(): void
  toggle(): void
}

interface OpenableWith extends Openable {
  /** With an id, at the conversation with that person. Does nothing while nobody is signed in. */
  open(userId?: string): void
}

export interface ChatWith extends ChatElement, WithUser, Openable {}

export interface ChatPresence extends ChatElement, WithUser {
  /** Whether the dot stands alone. */
  dot: boolean
  /** Whether the text stands alone. */
  text: boolean
}

export interface ChatUnread extends ChatElement {}

export interface ChatPanel extends ChatElement, WithUser, Openable {
  /** The id of the conversation, in place of `user`. */
  get conversation(): string
  set conversation(conversation: string | null | undefined)
  /** Whether it is a part of the page, and not in front of it. */
  inline: boolean
}

export interface ChatLauncher extends ChatElement, OpenableWith {}

export interface EmbeddedApp extends ChatElement, OpenableWith {}

/** What each element takes as markup. A value that is not given leaves the attribute away. */
interface Common {
  /** Where the service is, such as `https://chat.example`; counts for the whole page. Default: where the script comes from. */
  url?: string | undefined
  /** The language, such as `de-AT` (BCP 47); counts for the whole page. */
  locale?: string | undefined
  /** In place of the `color-scheme` of the page around; `auto` follows the system. */
  theme?: 'light' | 'dark' | 'auto' | undefined
}

interface Cornered {
  /** The corner of the page where the panel comes up. Default: `bottom-end`. */
  position?: 'bottom-end' | 'bottom-start' | 'top-end' | 'top-start' | undefined
}

interface OfPerson {
  /** The person's id at the platform. */
  user?: string | undefined
}

/** The attributes of the elements by their names; the manifest, custom-elements.json, has the same ones. */
export interface ChatAttributes {
  'chat-with': Common & Cornered & OfPerson & {
    /** Where the link leads. Default: the conversation on the service's own page. */
    href?: string | undefined
  }
  'chat-presence': Common & OfPerson & {
    /** The dot alone; the text is then its name. */
    dot?: boolean | undefined
    /** The text alone. */
    text?: boolean | undefined
  }
  'chat-unread': Common
  'chat-panel': Common & Cornered & OfPerson & {
    /** The id of the conversation, in place of `user`. */
    conversation?: string | undefined
    /** A part of the page, and not in front of it. */
    inline?: boolean | undefined
    /** In front of the page. */
    open?: boolean | undefined
  }
  'chat-launcher': Common & Cornered
  'chat-app': Common
}

/** The elements by their names. */
export interface ChatElements {
  'chat-with': ChatWith
  'chat-presence': ChatPresence
  'chat-unread': ChatUnread
  'chat-panel': ChatPanel
  'chat-launcher': ChatLauncher
  'chat-app': EmbeddedApp
}

/** What every element tells. */
interface Told {
  'chat-ready': ReadyEvent
  'chat-unread-change': UnreadChangeEvent
  'chat-error': ErrorEvent
}

/** What those with a panel tell besides. */
interface Panelled {
  'chat-opened': PanelEvent
  'chat-closed': PanelEvent
}

/** The events of the elements. */
export interface ChatEvents {
  'chat-with': Told & Panelled
  'chat-presence': Told
  'chat-unread': Told
  'chat-panel': Told & Panelled
  'chat-launcher': Told & Panelled
  'chat-app': Told
}

/** What is set as a property, and is no attribute. */
export interface ChatProperties {
  /** How the page around gives the access token of whoever is signed in; counts for the whole page. */
  getToken?: HostToken | undefined
}

declare global {
  interface HTMLElementTagNameMap extends ChatElements {}
}
