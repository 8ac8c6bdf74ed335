import { html, type TemplateResult } from 'lit'
import { words } from '../words/words'

/** Asks somebody who signs out with unsent messages; the harmless answer is the first one. */
export function leaving(unsent: number, use: { leave(): void; stay(): void }): TemplateResult {
  return html`<div class="leaving" role="alert">
      <p class="title">${words().unsentAtSignOut(unsent)}</p>
      <p class="secondary">${words().unsentWouldBeLost}</p>
    </div>
    <div class="answers">
      <button class="button quiet stay" @click=${() => use.stay()}>${words().cancel}</button>
      <button class="button danger" @click=${() => use.leave()}>${words().signOutAnyway}</button>
    </div>`
}
