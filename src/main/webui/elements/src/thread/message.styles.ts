import { css } from 'lit'

export const messageStyles = css`
  .message {
    display: grid;
    grid-template-columns: 28px minmax(0, 1fr);
    column-gap: var(--chat-space-2);
    padding-block-start: 2px;
    outline-offset: -1px;
    border-radius: var(--chat-radius-control);
  }

  .message.first { padding-block-start: var(--chat-space-3); }
  .message.mine { grid-template-columns: minmax(0, 1fr); justify-items: end; }
  .message > :is(.bubble, .jumbo, .meta) { grid-column: -2 / -1; }
  .message > chat-avatar { grid-area: 1 / 1; align-self: end; }

  .bubble,
  .jumbo {
    grid-row: 1;
    inline-size: fit-content;
    max-inline-size: 72cqi;
  }

  .text { white-space: pre-wrap; overflow-wrap: anywhere; }
  .deleted { font-style: italic; }

  .bubble {
    padding: 7px var(--chat-space-3);
    border-radius: var(--chat-radius-bubble);
    background: var(--chat-bubble-in);
  }

  .mine .bubble { background: var(--chat-bubble-out); color: var(--chat-on-bubble-out); }
  .theirs:not(.first) .bubble { border-start-start-radius: var(--chat-radius-run); }
  .theirs:not(.last) .bubble { border-end-start-radius: var(--chat-radius-run); }
  .mine:not(.first) .bubble { border-start-end-radius: var(--chat-radius-run); }
  .mine:not(.last) .bubble { border-end-end-radius: var(--chat-radius-run); }
  .failed .bubble { box-shadow: inset 0 0 0 1.5px var(--chat-danger); }

  .jumbo { font-size: 36px; line-height: 44px; }

  .bubble a { color: inherit; text-underline-offset: 2px; }

  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--chat-space-2);
    padding: 2px var(--chat-space-1) 0;
  }

  .state { display: inline-flex; align-items: center; gap: 3px; }
  .state.read { color: var(--chat-accent); }
  .state.failed { color: var(--chat-danger); }
  .failure { align-items: center; justify-content: end; }

  .link {
    min-block-size: 24px;
    padding: 0 var(--chat-space-1);
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--chat-accent);
    font-weight: 600;
    cursor: pointer;
  }

  @media (pointer: coarse) {
    .link { min-block-size: 44px; min-inline-size: 44px; }
  }

  @media (forced-colors: active) {
    .bubble { border: 1px solid CanvasText; }
  }
`
