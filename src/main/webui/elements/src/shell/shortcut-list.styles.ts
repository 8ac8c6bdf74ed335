import { css } from 'lit'

export const shortcutListStyles = css`
  dialog {
    inline-size: min(440px, 100% - 2 * var(--chat-space-4));
    max-block-size: calc(100% - 2 * var(--chat-space-4));
    padding: 0;
    border: 0;
    border-radius: var(--chat-radius-panel);
    background: var(--chat-surface-raised);
    color: inherit;
    box-shadow: var(--chat-shadow);
    overflow: auto;
  }

  dialog[open] { animation: rise var(--chat-motion); }
  dialog::backdrop { background: rgb(0 0 0 / 0.32); }

  dl { margin: 0; padding: 0 var(--chat-space-4) var(--chat-space-4); }

  dl > div {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--chat-space-4);
    min-block-size: 36px;
  }

  dd { display: flex; flex: none; gap: var(--chat-space-1); margin: 0; }

  kbd {
    min-inline-size: 24px;
    padding: 0 6px;
    border: 1px solid var(--chat-line);
    border-radius: 6px;
    background: var(--chat-surface);
    font: inherit;
    font-size: var(--chat-font-size-small);
    line-height: 24px;
    text-align: center;
  }

  @media (forced-colors: active) {
    dialog { border: 1px solid CanvasText; }
  }
`
