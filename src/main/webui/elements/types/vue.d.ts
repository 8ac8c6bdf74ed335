import type { HTMLAttributes, PublicProps } from 'vue'
import type { ChatAttributes, ChatElements, ChatEvents, ChatProperties } from './elements'

export type * from './elements'

type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name

/** Vue listens to `chat-ready` by `@chat-ready`, which is `onChatReady`. */
type Listeners<Events> = { [Name in keyof Events & string as `on${Capitalize<Camel<Name>>}`]?: ((event: Events[Name]) => void) | undefined }

/** An element as a template takes it: a component whose instance is the element. */
type InTemplate<Name extends keyof ChatElements> = new () => ChatElements[Name] & {
  /** For templates only; there is no such property. */
  $props: HTMLAttributes & ChatAttributes[Name] & ChatProperties & Listeners<ChatEvents[Name]> & PublicProps
}

declare module 'vue' {
  interface GlobalComponents {
    'chat-with': InTemplate<'chat-with'>
    'chat-presence': InTemplate<'chat-presence'>
    'chat-unread': InTemplate<'chat-unread'>
    'chat-panel': InTemplate<'chat-panel'>
    'chat-launcher': InTemplate<'chat-launcher'>
    'chat-app': InTemplate<'chat-app'>
  }
}
