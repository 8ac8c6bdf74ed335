import { css } from 'lit'

export const toastStyles = css`
  :host {
    display: block;
    pointer-events: none;
  }

  section {
    display: grid;
    gap: var(--chat-space-2);
    justify-items: center;
    outline-offset: 4px;
    border-radius: var(--chat-radius-control);
  }

  section:dir(rtl) { justify-items: start; }

  .toast {
    display: flex;
    align-items: center;
    gap: var(--chat-space-1);
    box-sizing: border-box;
    inline-size: min(420px, 100%);
    min-block-size: 56px;
    padding: var(--chat-space-1) var(--chat-space-2);
    border: 1px solid var(--chat-line);
    border-radius: var(--chat-radius-control);
    background: var(--chat-surface-raised);
    box-shadow: var(--chat-shadow);
    --chat-avatar-ring: var(--chat-surface-raised);
    animation: rise var(--chat-motion);
    pointer-events: auto;
  }

  .toast p { flex: 1; padding-inline: var(--chat-space-2); }
  .toast .button { flex: none; padding-inline: var(--chat-space-2); }

  .open {
    display: grid;
    flex: 1;
    grid-template: 'avatar name' 22px 'avatar line' 18px / 40px minmax(0, 1fr);
    align-content: center;
    column-gap: var(--chat-space-3);
    min-inline-size: 0;
    min-block-size: 48px;
    padding: 0 var(--chat-space-2);
    border: 0;
    border-radius: var(--chat-radius-control);
    background: none;
    text-align: start;
    cursor: pointer;
  }

  chat-avatar { grid-area: avatar; align-self: center; }
  .name { grid-area: name; justify-self: start; font-weight: 600; }
  .line { grid-area: line; justify-self: start; }
  .line.failed { display: flex; gap: var(--chat-space-1); align-items: center; color: var(--chat-danger); }
  .line.failed svg { flex: none; }

  @media (hover: hover) {
    .open:hover { background: color-mix(in oklab, var(--chat-text) 5%, transparent); }
  }

  @media (forced-colors: active) {
    .toast { border-color: CanvasText; }
  }
`
