import { css } from 'lit'

export const messageStyles = css`
  .message {
    position: relative;
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
    position: relative;
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

  .found { animation: found 2s ease-out; }

  @keyframes found {
    0%, 60% { background: color-mix(in oklab, var(--chat-accent) 18%, transparent); }
  }

  .jumbo { font-size: calc(2.4 * var(--chat-font-size)); line-height: 1.25; }

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

  .actions {
    position: absolute;
    inset-block-start: -20px;
    inset-inline-end: var(--chat-space-2);
    z-index: 1;
    display: flex;
    padding: 2px;
    border-radius: var(--chat-radius-control);
    background: var(--chat-surface-raised);
    box-shadow: var(--chat-shadow);
  }

  .actions .action { border-radius: 8px; }

  .action {
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--chat-text-muted);
    cursor: pointer;
  }

  @media (hover: hover) {
    .action:hover { background: color-mix(in oklab, var(--chat-text) 8%, transparent); color: var(--chat-text); }
  }

  .sheet {
    inline-size: min(100%, 480px);
    max-inline-size: none;
    margin: auto auto 0;
    padding: 0 0 env(safe-area-inset-bottom);
    border: 0;
    border-start-start-radius: var(--chat-radius-panel);
    border-start-end-radius: var(--chat-radius-panel);
    background: var(--chat-surface-raised);
    color: var(--chat-text);
    animation: rise var(--chat-motion);
  }

  .sheet::backdrop { background: rgb(0 0 0 / 0.4); }
  .sheet > div { display: grid; padding-block: var(--chat-space-2); }

  .choice {
    display: flex;
    align-items: center;
    gap: var(--chat-space-3);
    min-block-size: 48px;
    padding-inline: var(--chat-space-5);
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }

  .choice:focus-visible { outline-offset: -2px; }

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

  @media (prefers-reduced-motion: reduce) {
    .found { animation: none; }
    .found :is(.bubble, .jumbo) { outline: 2px solid var(--chat-accent); outline-offset: 2px; }
  }

  @media (pointer: coarse) {
    .actions { display: none; }
    /* A finger that rests on a message opens its sheet, which offers to copy all of it. */
    .bubble, .jumbo { user-select: none; -webkit-user-select: none; -webkit-touch-callout: none; }
    .link { min-block-size: 44px; min-inline-size: 44px; }
  }

  @media (forced-colors: active) {
    .bubble, .actions, .sheet { border: 1px solid CanvasText; }
    .failed .bubble { border: 2px dashed CanvasText; }
  }
`
