import type { DurableEvent, EphemeralEvent } from '../protocol'
import { applyConversation } from './conversations'
import { applyMarker } from './markers'
import { applyMessage } from './messages'
import { applyPresence } from './presence'
import type { ChatState } from './state'
import { applyTyping } from './typing'

/** The state after an event. Durable ones may come twice and in any order. `now` in milliseconds since 1970. */
export function apply(state: ChatState, event: DurableEvent | EphemeralEvent, now: number): ChatState {
  switch (event.type) {
    case 'message':
      return applyMessage(state, event)
    case 'marker':
      return applyMarker(state, event)
    case 'conversation':
      return applyConversation(state, event)
    case 'typing':
      return applyTyping(state, event, now)
    case 'presence':
      return applyPresence(state, event)
  }
}
