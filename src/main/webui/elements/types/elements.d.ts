import type { ChatLauncher, ChatPanel, ChatPresence, ChatUnread, ChatWith, EmbeddedApp, ErrorEvent, HostToken, PanelEvent, ReadyEvent, UnreadChangeEvent } from '../src/embed/index'

export type { ChatLauncher, ChatPanel, ChatPresence, ChatUnread, ChatWith, EmbeddedApp, ErrorEvent, HostToken, PanelEvent, ReadyEvent, UnreadChangeEvent }

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

/** The classes of the elements. */
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
