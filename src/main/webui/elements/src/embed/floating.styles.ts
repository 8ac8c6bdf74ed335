/** A panel in front of the page, and the place inside it where the chat is. */
export const floatingStyles = `
  .panel {
    position: fixed;
    inset: auto;
    inset-block-end: var(--panel-clear, var(--chat-panel-offset));
    inset-inline-end: var(--panel-side, var(--chat-panel-offset));
    z-index: var(--chat-z-index);
    inline-size: min(var(--chat-panel-width), 100vw - 32px);
    block-size: min(var(--chat-panel-height), 100dvh - var(--panel-clear, var(--chat-panel-offset)) - 16px);
    max-inline-size: none;
    max-block-size: calc(100dvh - 32px);
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--chat-radius-panel);
    background: var(--chat-surface);
    box-shadow: var(--chat-shadow), 0 0 0 1px var(--chat-line);
    color: var(--chat-text);
    font-size: var(--chat-font-size);
    font-style: normal;
    font-weight: 400;
    letter-spacing: normal;
    line-height: normal;
    text-align: start;
    text-transform: none;
    white-space: normal;
    overflow: clip;
    outline: none;
  }

  .panel:is([open], :popover-open) { display: block; animation: come-up var(--chat-motion); }

  @keyframes come-up { from { opacity: 0; transform: translateY(8px); } }

  .panel::backdrop { background: none; }

  :host([position$='start']) .panel { inset-inline: var(--panel-side, var(--chat-panel-offset)) auto; }
  :host([position^='top']) .panel { inset-block: var(--panel-clear, var(--chat-panel-offset)) auto; }

  @media (width < 480px) {
    .panel.panel { inset: 0; inline-size: 100%; block-size: 100dvh; max-block-size: none; border-radius: 0; box-shadow: none; }
  }

  .close {
    position: absolute;
    inset-block-start: 10px;
    inset-inline-end: var(--chat-space-2);
    z-index: 1;
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--chat-radius-control);
    background: none;
    color: var(--chat-text-muted);
    cursor: pointer;
  }

  .close:hover { background: color-mix(in oklab, var(--chat-text) 8%, transparent); }

  @media (pointer: coarse) {
    .close { inset-block-start: 6px; inset-inline-end: var(--chat-space-1); inline-size: 44px; block-size: 44px; }
  }

  .panel .view { --chat-header-end: 44px; }
  .view { block-size: 100%; }

  @media (forced-colors: active) {
    .panel, .close { border: 1px solid CanvasText; }
  }
`
