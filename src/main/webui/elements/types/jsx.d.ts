import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { ChatAttributes, ChatElements, ChatEvents, ChatProperties } from './elements'

export type * from './elements'

/** React 19 listens to `chat-ready` by `onchat-ready`. */
type Listeners<Events> = { [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined }

/** The elements as JSX takes them. */
export type ChatIntrinsicElements = {
  [Name in keyof ChatElements]: DetailedHTMLProps<HTMLAttributes<ChatElements[Name]>, ChatElements[Name]> & ChatAttributes[Name] & ChatProperties & Listeners<ChatEvents[Name]>
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ChatIntrinsicElements {}
  }
}

declare global {
  /** Where JSX is typed without an import: React before 19, and what is compatible with it. */
  namespace JSX {
    interface IntrinsicElements extends ChatIntrinsicElements {}
  }
}
