import { type ChatState, typists } from '@eplatform/chat'
import { css, html, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import { common } from '../theme/common'
import { words } from '../words/words'

/** Who is typing. Its place is always kept, so that nothing moves when somebody begins. */
@define('chat-typing')
export class ChatTyping extends ChatElement {
  static override styles = [
    common,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--chat-space-2);
        inline-size: 100%;
        block-size: 24px;
        max-inline-size: var(--chat-column-width);
        margin-inline: auto;
        padding-inline: calc(var(--chat-space-4) + var(--chat-space-3));
        box-sizing: border-box;
      }

      .dots { display: inline-flex; flex: none; gap: 3px; }

      i {
        inline-size: 5px;
        block-size: 5px;
        border-radius: 50%;
        background: var(--chat-accent);
        animation: hop 1.2s ease-in-out infinite;
      }

      i:nth-child(2) { animation-delay: 0.15s; }
      i:nth-child(3) { animation-delay: 0.3s; }

      @keyframes hop {
        0%, 60%, 100% { opacity: 0.4; transform: none; }
        30% { opacity: 1; transform: translateY(-3px); }
      }

      @media (prefers-reduced-motion: reduce) {
        i { animation: none; }
      }

      @media (forced-colors: active) {
        i { background: CanvasText; }
      }
    `,
  ]

  @property({ attribute: false }) conversationId = ''

  protected override watched({ typing, people }: ChatState) {
    return [typing.get(this.conversationId), people]
  }

  override render() {
    const people = typists(this.state, this.conversationId)
    if (people.length === 0) return nothing
    const names = people.map(person => person.name).join(words().comma)
    return html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
      <span class="meta one-line"><bdi>${names}</bdi> ${words().areTyping(people.length)}</span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-typing': ChatTyping
  }
}
