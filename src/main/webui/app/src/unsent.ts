import type { ChatClient } from '@eplatform/chat'

/**
 * Has the browser ask whoever leaves the page while messages wait that are nowhere but in this tab. It is followed only
 * as long as that is so: some browsers keep no page for their Back that listens for it.
 */
export function guardUnsent(client: ChatClient): void {
  client.subscribe(({ kept, outgoing }) => {
    const change = kept === 'memory' && outgoing.length > 0 ? 'addEventListener' : 'removeEventListener'
    window[change]('beforeunload', ask)
  })
}

function ask(event: Event): void {
  event.preventDefault()
}
