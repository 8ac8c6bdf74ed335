import type { Thread } from '@eplatform/chat'
import { html, nothing, type TemplateResult } from 'lit'
import * as icons from '../shared/icons'

/** Above the oldest message: what stands before it, for those who do not scroll, and when loading has failed. */
export function olderButton({ hasOlder, failed, loading }: Thread, load: () => void): TemplateResult | typeof nothing {
  if (!hasOlder) return nothing
  return html`<div class="older secondary">
    ${failed ? html`<span data-tell>${failed === 'older' ? 'Older messages' : 'The messages'} could not be loaded.</span>` : nothing}
    <button class="button quiet" aria-disabled=${loading ? 'true' : 'false'} @click=${load}>
      ${loading ? 'Loading …' : failed ? 'Try again' : 'Load older messages'}
    </button>
  </div>`
}

/** Over the messages of somebody who has scrolled away from the newest. */
export function jumpButton(unread: number, jump: () => void): TemplateResult {
  const label = unread > 0 ? `Jump to latest, ${unread} new` : 'Jump to latest'
  return html`<button class="jump" aria-label=${label} title=${label} @click=${jump}>
    ${icons.down}${unread > 0 ? html`<span>${unread > 99 ? '99+' : unread}</span>` : nothing}
  </button>`
}
