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

  .panel {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 56px;
    padding-inline: var(--chat-space-4) var(--chat-space-3);
  }

  h2 {
    font-size: 17px;
    font-weight: 600;
    line-height: 24px;
  }

  .search { padding: 0 var(--chat-space-3) var(--chat-space-2); }

  .scroller {
    flex: 1;
    min-block-size: 0;
    padding-block: var(--chat-space-1) var(--chat-space-2);
    overflow-y: auto;
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  @media (forced-colors: active) {
    dialog { border: 2px solid CanvasText; }
  }
`
