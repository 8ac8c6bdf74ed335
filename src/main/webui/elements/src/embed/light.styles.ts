/** What the light elements have in common: the dot of presence and the number of unread messages. */
export const lightStyles = `
  :host {
    display: inline-block;
    color: inherit;
    font-family: var(--_font);
  }

  :host([hidden]), [hidden] { display: none !important; }

  *, *::before, *::after { box-sizing: border-box; }

  :focus-visible { outline: 2px solid var(--chat-focus); outline-offset: 2px; }

  .dot {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border: 2px solid var(--chat-text-muted);
    border-radius: 50%;
  }

  .dot.online { border-color: var(--chat-positive); background: var(--chat-positive); }

  .badge {
    flex: none;
    min-inline-size: 20px;
    padding-inline: 6px;
    border-radius: 10px;
    background: var(--chat-accent);
    color: var(--chat-on-accent);
    font-size: var(--chat-font-size-meta);
    font-weight: 600;
    line-height: 20px;
    font-variant-numeric: tabular-nums;
    text-align: center;
    white-space: nowrap;
    /* As in the list: the plus stands behind the number. */
    direction: ltr;
  }

  .for-readers {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .dot { border-color: CanvasText; }
    .dot.online { border: 5px solid CanvasText; }
    .badge { border: 1px solid CanvasText; }
  }
`
