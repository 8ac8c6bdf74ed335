/** What somebody has chosen for the whole page in this browser. Where the chat is a part of another page these are that page's affair. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark'
  /** A BCP 47 tag of a language that the chat speaks, or nothing to follow the browser. */
  readonly language: string | undefined
  /** Whether the browser tells of messages while nobody looks at the chat. */
  readonly notifications: boolean
  /** Whether it shows what the messages say; otherwise only who wrote. */
  readonly preview: boolean
  readonly sound: boolean
}

/** What the browser says to notifications: `unavailable` where there are none, such as on a page without TLS. */
export type NotificationPermission = 'default' | 'granted' | 'denied' | 'unavailable'

export const DEFAULT_SETTINGS: Settings = { theme: 'system', language: undefined, notifications: false, preview: true, sound: false }

/** Somebody has chosen something. */
export class SettingsEvent extends Event {
  constructor(readonly change: Partial<Settings>) {
    super('chat-settings', { bubbles: true, composed: true })
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-settings': SettingsEvent
  }
}
