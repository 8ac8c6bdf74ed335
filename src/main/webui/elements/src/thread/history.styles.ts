import { css } from 'lit'

export const historyStyles = css`
  :host {
    position: relative;
    display: block;
    min-block-size: 0;
  }

  .scroller {
    block-size: 100%;
    overflow-y: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-gutter: stable both-edges;
    scroll-padding-block: 44px var(--chat-space-2);
    outline: none;
  }

  .column {
    container-type: inline-size;
    max-inline-size: var(--chat-column-width);
    margin-inline: auto;
    padding: var(--chat-space-2) var(--chat-space-4);
  }

  .page {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0 var(--chat-space-2);
    min-block-size: 44px;
  }

  .page .button { min-block-size: 32px; font-size: var(--chat-font-size-small); }

  .day { position: relative; padding-block: var(--chat-space-2); }

  .day::before,
  .new::before {
    position: absolute;
    inset-inline: 0;
    block-size: 1px;
    background: var(--chat-line);
    content: '';
  }

  .day::before { inset-block-start: 23px; }

  .day-name {
    position: sticky;
    inset-block-start: var(--chat-space-1);
    z-index: 1;
    padding-block: 4px;
    text-align: center;
    pointer-events: none;
    transition: opacity var(--chat-motion);
  }

  .day-name.over { opacity: 0; }

  .day-name span,
  .new span {
    display: inline-block;
    padding: 2px var(--chat-space-3);
    border-radius: 12px;
    background: var(--chat-surface);
    color: var(--chat-text-muted);
    font-size: var(--chat-font-size-meta);
    line-height: 20px;
  }

  .day-name span { border: 1px solid var(--chat-line); line-height: 18px; }

  .new { position: relative; padding-block: var(--chat-space-3) 0; text-align: center; }
  .new::before { inset-block-start: calc(var(--chat-space-3) + 12px); background: var(--chat-accent); }
  .new span { position: relative; color: var(--chat-accent); font-weight: 600; }

  .pill {
    position: absolute;
    inset-block-start: 40px;
    inset-inline: 0;
    z-index: 2;
    display: flex;
    justify-content: center;
    inline-size: fit-content;
    max-inline-size: calc(100% - 2 * var(--chat-space-4));
    margin-inline: auto;
    border-radius: 18px;
    background: var(--chat-accent);
    color: var(--chat-on-accent);
    box-shadow: var(--chat-shadow);
    animation: rise var(--chat-motion);
  }

  .pill button {
    display: inline-flex;
    align-items: center;
    gap: var(--chat-space-2);
    min-block-size: 36px;
    min-inline-size: 36px;
    padding-inline: var(--chat-space-3);
    border: 0;
    border-radius: 18px;
    background: none;
    color: inherit;
    font-size: var(--chat-font-size-small);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }

  .pill .pill-jump { padding-inline-end: var(--chat-space-2); }
  .pill .pill-close { justify-content: center; padding: 0; }

  @media (pointer: coarse) {
    .pill { border-radius: 22px; }
    .pill button { min-block-size: 44px; min-inline-size: 44px; border-radius: 22px; }
  }

  /* An ornament, as the button's name says it in words, and exactly. */
  .count::before { content: attr(data-count); }

  .jump {
    position: absolute;
    inset-block-end: var(--chat-space-3);
    inset-inline-end: max(var(--chat-space-4), (100% - var(--chat-column-width)) / 2 - 56px);
    z-index: 2;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--chat-space-1);
    min-inline-size: 44px;
    block-size: 44px;
    padding-inline: var(--chat-space-3);
    border: 0;
    border-radius: 22px;
    background: var(--chat-surface-raised);
    color: var(--chat-text);
    font-size: var(--chat-font-size-small);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    box-shadow: var(--chat-shadow);
    cursor: pointer;
    animation: rise var(--chat-motion);
  }

  @media (forced-colors: active) {
    .jump, .pill { border: 1px solid ButtonBorder; }
    .day::before, .new::before { background: CanvasText; }
  }
`
