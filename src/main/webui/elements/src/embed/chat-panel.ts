import { define } from '../base/define'
import { glanceTokenSheet } from '../theme/glance-token-sheet'
import { setAttribute } from './attribute'
import { type Body, LateElement } from './late-element'
import { LightElement } from './light-element'
import { lightStyles } from './light.styles'

/**
 * One conversation in a panel: the one with a person, or a given one. It comes up by `open()` or the attribute `open`;
 * with `inline` it stands where it is on the page, in the size that the page gives it.
 *
 * @attr {string} user - the id of the person to talk to
 * @attr {string} conversation - the id of the conversation, in place of `user`
 * @attr {boolean} inline - a part of the page, and not in front of it; `open()` puts the cursor into it
 * @attr {boolean} open - in front of the page; follows what people do
 * @attr {'bottom-end' | 'bottom-start' | 'top-end' | 'top-start'} position - the corner of the page where it comes up
 * @fires {PanelEvent} chat-opened - a panel has come up; bubbles
 * @fires {PanelEvent} chat-closed - a panel is gone; bubbles
 * @csspart panel - what comes up in front of the page
 * @csspart close - the button that closes it
 * @csspart body - the chat itself
 */
export class ChatPanel extends LateElement {
  static override observedAttributes = [...LightElement.observedAttributes, 'user', 'conversation', 'inline', 'open']

  constructor() {
    super(glanceTokenSheet, lightStyles)
  }

  /** The id of the person to talk to. */
  get user(): string {
    return this.getAttribute('user') ?? ''
  }

  set user(user: string | null | undefined) {
    setAttribute(this, 'user', user)
  }

  /** The id of the conversation, in place of `user`. */
  get conversation(): string {
    return this.getAttribute('conversation') ?? ''
  }

  set conversation(conversation: string | null | undefined) {
    setAttribute(this, 'conversation', conversation)
  }

  /** Whether it is a part of the page, and not in front of it. */
  get inline(): boolean {
    return this.hasAttribute('inline')
  }

  set inline(inline: boolean) {
    this.toggleAttribute('inline', Boolean(inline))
  }

  override get people(): readonly string[] {
    return this.user ? [this.user] : []
  }

  protected override get isDue(): boolean {
    return super.isDue && (this.inline || this.hasAttribute('open'))
  }

  protected override async load(): Promise<Body> {
    const { Panel } = await import('./placed')
    return new Panel(this, this.root)
  }
}

/**
 * A framework assigns a property where there is one with the name of the attribute. This one is a method, and stays it:
 * what is assigned goes to the attribute.
 */
Object.defineProperty(ChatPanel.prototype, 'open', {
  configurable: true,
  get: () => LateElement.prototype.open,
  set(this: ChatPanel, open: boolean | '' | null | undefined) {
    this.toggleAttribute('open', open === '' || Boolean(open))
  },
})

define('chat-panel')(ChatPanel)

declare global {
  interface HTMLElementTagNameMap {
    'chat-panel': ChatPanel
  }
}
