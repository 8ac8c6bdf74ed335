import { define } from '../base/define'
import { glanceTokenSheet } from '../theme/glance-token-sheet'
import { type Body, LateElement } from './late-element'
import { lightStyles } from './light.styles'

/**
 * All conversations and the open one, side by side where the element is wide enough, in the size that the page gives
 * it. With an id, `open` opens the conversation with that person.
 *
 * @csspart body - the chat itself
 */
export class EmbeddedApp extends LateElement {
  constructor() {
    super(glanceTokenSheet, lightStyles)
  }

  protected override async load(): Promise<Body> {
    const { WholePlace } = await import('./placed')
    return new WholePlace(this.root)
  }
}

define('chat-app')(EmbeddedApp)
