import { css } from 'lit'

export const appStyles = css`
  :host {
    display: block;
    block-size: 100%;
    container-type: inline-size;
    background: var(--_surface);
  }

  .shell {
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    block-size: 100%;
    overflow: clip;
  }

  .side {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    background: var(--chat-surface-sunken);
    padding-block-end: env(safe-area-inset-bottom);
  }

  .side chat-list { flex: 1; }

  .pane { min-inline-size: 0; min-block-size: 0; background: var(--chat-surface); }
  chat-thread { block-size: 100%; }
  chat-splitter { display: none; }

  chat-toasts {
    position: absolute;
    inset-block-end: var(--toasts-end, var(--chat-space-4));
    inset-inline: var(--chat-space-3);
    z-index: 2;
  }

  .shell:not(.open) .pane,
  .shell.open .side { display: none; }

  .shell.open .pane { --from: 24px; animation: slide-in var(--chat-motion); }
  .shell.open .pane:dir(rtl) { --from: -24px; }

  @keyframes slide-in {
    from {
      opacity: 0;
      transform: translateX(var(--from));
    }
  }

  @container (inline-size >= 720px) {
    .shell:has(.side) { grid-template-columns: var(--chat-list-width) minmax(0, 1fr); }
    .shell:not(.open) .pane { display: block; }
    .shell.open .side { display: flex; }
    .shell.open .side chat-connection { display: none; }
    .shell.open .pane { animation: none; }
    .shell:has(.side) chat-toasts { inset-inline-start: calc(var(--chat-list-width) + var(--chat-space-3)); }

    .shell:has(.side) chat-splitter {
      position: absolute;
      z-index: 1;
      display: block;
      inset-block: 0;
      inset-inline-start: calc(var(--chat-list-width) - 3px);
      inline-size: 7px;
    }
    chat-thread { --chat-back-display: none; }
  }

  @media (forced-colors: active) {
    .pane { border-inline-start: 1px solid CanvasText; }
  }
`
