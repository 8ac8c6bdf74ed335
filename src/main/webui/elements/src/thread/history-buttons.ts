import type { Thread } from '@eplatform/chat'
import { html, nothing, type TemplateResult } from 'lit'
import * as icons from '../shared/icons'
import { shortCount } from '../words/numbers'
import { words } from '../words/words'

/** Above the oldest message: what stands before it, for those who do not scroll, and when loading has failed. */
export function olderButton({ hasOlder, hasNewer, failed, loading }: Thread, load: () => void): TemplateResult | typeof nothing {
  if (!hasOlder) return nothing
  const problem = failed === 'older' ? words().olderNotLoaded : failed === 'window' && !hasNewer ? words().messagesNotLoaded : undefined
  return pageButton('older', problem, loading === 'older', words().loadOlder, load)
}

/** Below the newest message that is loaded, where newer ones follow. */
export function newerButton({ hasNewer, failed, loading }: Thread, load: () => void): TemplateResult | typeof nothing {
  if (!hasNewer) return nothing
  const problem = failed === 'newer' || failed === 'window' ? words().newerNotLoaded : undefined
  return pageButton('newer', problem, loading === 'newer', words().loadNewer, load)
}

function pageButton(end: 'older' | 'newer', problem: string | undefined, loading: boolean, label: string, load: () => void): TemplateResult {
  return html`<div class="page ${end} secondary">
    ${problem ? html`<span data-tell>${problem}</span>` : nothing}
    <button class="button quiet" aria-disabled=${loading ? 'true' : 'false'} @click=${load}>
      ${loading ? words().loadingOlder : problem ? words().tryAgain : label}
    </button>
  </div>`
}

/** Over the messages of somebody who is away from the newest. */
export function jumpButton(unread: number, jump: () => void): TemplateResult {
  const label = unread > 0 ? words().jumpToLatestOf(unread) : words().jumpToLatest
  return html`<button class="jump" aria-label=${label} title=${label} @click=${jump}>
    ${icons.down}${unread > 0 ? html`<span class="count" data-count=${shortCount(unread)}></span>` : nothing}
  </button>`
}

/** Over the messages of somebody who went past the new ones: leads back to the first of them, or is done with all of them. */
export function unreadPill(count: number, jump: () => void, dismiss: () => void): TemplateResult {
  return html`<div class="pill">
    <button class="pill-jump" @click=${jump}>${icons.up}<span>${words().newMessages(count)}</span></button>
    <button class="pill-close" aria-label=${words().markAllRead} title=${words().markAllRead} @click=${dismiss}>${icons.small}</button>
  </div>`
}
