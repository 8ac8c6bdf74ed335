import { css } from 'lit'

export const rowStyles = css`
  .row {
    display: grid;
    grid-template: 'avatar name time' 22px 'avatar preview badge' 20px / 40px 1fr auto;
    column-gap: var(--chat-space-3);
    align-content: center;
    block-size: 64px;
    margin-inline: var(--chat-space-2);
    padding-inline: var(--chat-space-2);
    border-radius: var(--chat-radius-control);
    --chat-avatar-ring: var(--chat-surface-sunken);
    cursor: pointer;
    outline-offset: -2px;
  }

  @media (hover: hover) {
    .row:hover {
      --chat-avatar-ring: color-mix(in oklab, var(--chat-text) 5%, var(--chat-surface-sunken));
      background: var(--chat-avatar-ring);
    }
  }

  .row[aria-selected='true'] {
    --chat-avatar-ring: color-mix(in oklab, var(--chat-accent) 12%, var(--chat-surface-sunken));
    background: var(--chat-avatar-ring);
  }

  chat-avatar { grid-area: avatar; align-self: center; }

  .name { grid-area: name; justify-self: start; }
  .unread .name { font-weight: 600; }
  .preview { display: flex; grid-area: preview; justify-self: start; min-inline-size: 0; max-inline-size: 100%; line-height: 20px; white-space: pre; }
  .preview > :not(.one-line) { flex: none; }
  .unread .preview { color: var(--chat-text); }
  .preview.typing,
  .preview.draft { color: var(--chat-accent); }
  .preview.failed { color: var(--chat-danger); }
  .time { grid-area: time; justify-self: end; line-height: 22px; }

  .mark { display: flex; grid-area: badge; place-self: center end; color: var(--chat-text-muted); }
  .mark.read { color: var(--chat-accent); }
  .mark.failed { color: var(--chat-danger); }

  .badge {
    grid-area: badge;
    justify-self: end;
    min-inline-size: 20px;
    block-size: 20px;
    padding-inline: 6px;
    border-radius: 10px;
    background: var(--chat-accent);
    color: var(--chat-on-accent);
    font-size: var(--chat-font-size-meta);
    font-weight: 600;
    line-height: 20px;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }

  /* An ornament, as the row's name says it in words. */
  .badge::before { content: attr(data-count); }

  @media (forced-colors: active) {
    .row[aria-selected='true'] { border: 2px solid Highlight; }
    .badge { border: 1px solid CanvasText; line-height: 18px; }
  }
`
