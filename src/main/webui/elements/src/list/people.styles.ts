import { css } from 'lit'

export const peopleStyles = css`
  dialog {
    inline-size: min(420px, 100vw - 32px);
    block-size: min(560px, 100dvh - 32px);
    padding: 0;
    border: 0;
    border-radius: var(--chat-radius-panel);
    background: var(--chat-surface-sunken);
    color: inherit;
    box-shadow: var(--chat-shadow);
  }

  dialog[open] { animation: rise var(--chat-motion); }
  dialog::backdrop { background: rgb(0 0 0 / 0.4); }

  @media (forced-colors: active) {
    dialog { border: 2px solid CanvasText; }
  }
`
