/** In a corner of the page; the panel comes up beside it and leaves it in view. */
export const launcherStyles = `
  :host { display: contents; }

  .launcher {
    position: fixed;
    inset-block-end: var(--chat-launcher-offset);
    inset-inline-end: var(--chat-launcher-offset);
    z-index: var(--chat-z-index);
    display: grid;
    place-items: center;
    inline-size: var(--chat-launcher-size);
    block-size: var(--chat-launcher-size);
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--chat-accent);
    box-shadow: var(--chat-shadow);
    color: var(--chat-on-accent);
    cursor: pointer;
  }

  :host([position$='start']) .launcher { inset-inline: var(--chat-launcher-offset) auto; }
  :host([position^='top']) .launcher { inset-block: var(--chat-launcher-offset) auto; }

  .launcher .badge {
    position: absolute;
    inset-block-start: -6px;
    inset-inline-end: -6px;
    background: var(--chat-danger);
    color: var(--chat-surface);
    box-shadow: 0 0 0 2px var(--chat-surface);
  }

  .panel {
    --panel-clear: calc(var(--chat-launcher-offset) + var(--chat-launcher-size) + 12px);
    --panel-side: var(--chat-launcher-offset);
  }

  @media (forced-colors: active) {
    .launcher { border: 2px solid ButtonBorder; }
  }
`
