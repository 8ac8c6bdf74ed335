import type { Thread } from '@eplatform/chat'
import { html, nothing, type TemplateResult } from 'lit'
import * as icons from '../shared/icons'
import { shortCount } from '../words/numbers'
import { words } from '../words/words'

/** Above the oldest message: what stands before it, for those who do not scroll, and when loading has failed. */
export function olderButton({ hasOlder, failed, loading }: Thread, load: () => void): TemplateResult | typeof nothing {
  if (!hasOlder) return nothing
  return html`<div class="older secondary">
    ${failed ? html`<span data-tell>${failed === 'older' ? words().olderNotLoaded : words().messagesNotLoaded}</span>` : nothing}
    <button class="button quiet" aria-disabled=${loading ? 'true' : 'false'} @click=${load}>
      ${loading ? words().loadingOlder : failed ? words().tryAgain : words().loadOlder}
    </button>
  </div>`
}

/** Over the messages of somebody who has scrolled away from the newest. */
export function jumpButton(unread: number, jump: () => void): TemplateResult {
  const label = unread > 0 ? words().jumpToLatestOf(unread) : words().jumpToLatest
  return html`<button class="jump" aria-label=${label} title=${label} @click=${jump}>
    ${icons.down}${unread > 0 ? html`<span>${shortCount(unread)}</span>` : nothing}
  </button>`
}
