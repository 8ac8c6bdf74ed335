import { css, html, nothing, type TemplateResult } from 'lit'
import { words } from '../words/words'

/** An empty or broken place: one sentence, perhaps what was kept, and one thing to do. */
export function placeholder(title: string, detail?: string, action?: { label: string; run: () => void }): TemplateResult {
  return html`<div class="placeholder">
    <p class="placeholder-title" data-tell>${title}</p>
    ${detail ? html`<p class="placeholder-detail">${detail}</p>` : nothing}
    ${action ? html`<button class="button" type="button" @click=${action.run}>${action.label}</button>` : nothing}
  </div>`
}

/** Grey rows while something loads; they appear only when it takes long enough to be noticed. */
export function skeleton(rows: number, shape: 'row' | 'bubble'): TemplateResult {
  return html`<div class="skeleton" role="status"><span class="for-readers">${words().loading}</span>
    ${Array.from({ length: rows }, () => html`<div class="skeleton-${shape}"><i></i><b></b></div>`)}</div>`
}

export const statusStyles = css`
  .placeholder {
    display: grid;
    gap: var(--chat-space-2);
    place-content: center;
    justify-items: center;
    min-block-size: 100%;
    padding: var(--chat-space-6) var(--chat-space-5);
    text-align: center;
    text-wrap: balance;
  }

  .placeholder-title { font-weight: 600; }
  .placeholder-detail { max-inline-size: 44ch; color: var(--chat-text-muted); }
  .placeholder .button { margin-block-start: var(--chat-space-3); }

  .skeleton { animation: appear 200ms ease-out 300ms backwards; }
  .skeleton i, .skeleton b { display: block; background: var(--chat-line); animation: breathe 1.6s ease-in-out infinite alternate; }
  .skeleton-row { display: flex; align-items: center; gap: var(--chat-space-3); block-size: 64px; padding-inline: var(--chat-space-4); }
  .skeleton-row i { inline-size: 40px; block-size: 40px; border-radius: 50%; }
  .skeleton-row b { inline-size: 55%; block-size: 12px; border-radius: 6px; }
  .skeleton-bubble { margin-block: var(--chat-space-3); }
  .skeleton-bubble i { display: none; }
  .skeleton-bubble b { inline-size: 45%; block-size: 40px; border-radius: var(--chat-radius-bubble); }
  .skeleton-bubble:nth-child(even) b { margin-inline-start: auto; inline-size: 32%; }

  @keyframes appear { from { opacity: 0; } }
  @keyframes breathe { to { opacity: 0.5; } }

  @media (prefers-reduced-motion: reduce) {
    .skeleton i, .skeleton b { animation: none; }
  }
`
