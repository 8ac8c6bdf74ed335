import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit'
import { words } from '../words/words'

/** Where there is no message yet: what the page around has to say in the slot `empty`, or else a greeting of ours. */
export function emptyPlace(history: ReactiveElement): TemplateResult {
  return html`<div class="placeholder">
    <slot name="empty" data-tell @slotchange=${() => history.requestUpdate()}></slot>
    ${isSaidByPage(history) ? nothing : html`<p class="placeholder-title" data-tell>${words().sayHello}</p>`}
  </div>`
}

/** What the page hands on may be empty. */
function isSaidByPage(history: Element): boolean {
  return [...history.children].some(child => !(child instanceof HTMLSlotElement) || child.assignedElements({ flatten: true }).length > 0)
}
