import { define } from '../base/define'
import { glanceTokenSheet } from '../theme/glance-token-sheet'
import { type Body, LateElement } from './late-element'
import { lightStyles } from './light.styles'

const launchers = new Set<ChatLauncher>()

/** That of this page, if it has one that can be used now. */
export function launcher(): ChatLauncher | undefined {
  return [...launchers].find(each => !each.hidden)
}

/**
 * A button in a corner of the page, with the number of unread messages. It opens a panel with all conversations; with
 * an id, `open` opens the one with that person. It is not there while nobody is signed in.
 *
 * @attr {'bottom-end' | 'bottom-start' | 'top-end' | 'top-start'} position - the corner; default `bottom-end`
 * @fires {PanelEvent} chat-opened - a panel has come up; bubbles
 * @fires {PanelEvent} chat-closed - a panel is gone; bubbles
 * @csspart launcher - the button
 * @csspart badge - the number of unread messages
 * @csspart panel - what comes up in front of the page
 * @csspart close - the button that closes it
 * @csspart body - the chat itself
 */
export class ChatLauncher extends LateElement {
  constructor() {
    super(glanceTokenSheet, lightStyles)
  }

  protected override async load(): Promise<Body> {
    const { Launcher } = await import('./placed')
    return new Launcher(this, this.root)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    launchers.add(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    launchers.delete(this)
  }
}

define('chat-launcher')(ChatLauncher)

declare global {
  interface HTMLElementTagNameMap {
    'chat-launcher': ChatLauncher
  }
}
