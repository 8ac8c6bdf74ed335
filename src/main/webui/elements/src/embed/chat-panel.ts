import { define } from '../base/define'
import { tokenSheet } from '../theme/token-sheet'
import { type Body, LateElement } from './late-element'
import { LightElement } from './light-element'
import { lightStyles } from './light.styles'

/**
 * One conversation in a panel: the one with a person, or a given one. It comes up by `open()` or the attribute `open`;
 * with `inline` it stands where it is on the page, in the size that the page gives it.
 *
 * @attr user - the id of the person to talk to
 * @attr conversation - the id of the conversation, in place of `user`
 * @attr {boolean} inline - a part of the page, and not in front of it; `open()` puts the cursor into it
 * @attr {boolean} open - in front of the page; follows what people do
 * @attr {'bottom-end' | 'bottom-start' | 'top-end' | 'top-start'} position - the corner of the page where it comes up
 * @fires {PanelEvent} chat-opened
 * @fires {PanelEvent} chat-closed
 * @csspart panel
 * @csspart close
 * @csspart body
 */
export class ChatPanel extends LateElement {
  static override observedAttributes = [...LightElement.observedAttributes, 'user', 'conversation', 'inline', 'open']

  constructor() {
    super(tokenSheet, lightStyles)
  }

  override get people(): readonly string[] {
    const user = this.getAttribute('user')
    return user ? [user] : []
  }

  protected override get isDue(): boolean {
    return super.isDue && (this.hasAttribute('inline') || this.hasAttribute('open'))
  }

  protected override async load(): Promise<Body> {
    const { Panel } = await import('./placed')
    return new Panel(this, this.root)
  }
}

define('chat-panel')(ChatPanel)

declare global {
  interface HTMLElementTagNameMap {
    'chat-panel': ChatPanel
  }
}
