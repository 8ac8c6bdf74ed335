import { css } from 'lit'

export const composerStyles = css`
  :host { display: block; }

  form {
    position: relative;
    max-inline-size: var(--chat-column-width);
    margin-inline: auto;
    padding: 0 var(--chat-space-4) max(var(--chat-space-3), env(safe-area-inset-bottom));
  }

  .picker {
    position: absolute;
    inset-block-end: 100%;
    inset-inline-end: var(--chat-space-4);
    z-index: 3;
    inline-size: min(360px, 100% - 2 * var(--chat-space-4));
    margin-block-end: var(--chat-space-2);
    animation: rise var(--chat-motion);
  }

  .no-emoji {
    border-radius: var(--chat-radius-panel);
    background: var(--chat-surface-raised);
    box-shadow: var(--chat-shadow);
  }

  .box {
    display: flex;
    align-items: end;
    gap: var(--chat-space-1);
    padding: 4px;
    border: 1px solid transparent;
    border-radius: 22px;
    background: var(--chat-bubble-in);
  }

  .box:has(textarea:focus-visible) { outline: 2px solid var(--chat-focus); outline-offset: 2px; }

  textarea {
    flex: 1;
    field-sizing: content;
    min-inline-size: 0;
    min-block-size: 36px;
    max-block-size: min(10 * 22px + 14px, 40dvh);
    padding: 7px var(--chat-space-3);
    border: 0;
    background: none;
    resize: none;
    overflow-wrap: anywhere;
  }

  textarea:focus-visible { outline: none; }
  textarea::placeholder { color: var(--chat-text-muted); opacity: 1; }

  slot { display: flex; align-items: end; }

  .emoji { border-radius: 50%; }

  .send {
    border-radius: 50%;
    color: var(--chat-on-accent);
  }

  .send,
  .send:hover { background: var(--chat-accent); }

  .send:disabled { opacity: 0.45; cursor: default; }
  /* It comes with the first key stroke, at once: a transition there would be frames beside which the text has to wait. */
  .send.idle { opacity: 0; }

  .complaint,
  .count {
    padding: 0 var(--chat-space-3) var(--chat-space-2);
    font-variant-numeric: tabular-nums;
  }

  .complaint { color: var(--chat-danger); font-weight: 600; }

  @media (pointer: coarse) {
    textarea { min-block-size: 44px; padding-block: 11px; }
    .box { border-radius: 26px; }
  }

  @media (forced-colors: active) {
    .box { border-color: CanvasText; }
    .no-emoji { border: 1px solid CanvasText; }
  }
`
