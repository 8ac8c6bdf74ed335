/** As quiet as a link of the page around, in its font and with the accent. */
export const withStyles = `
  :host([self]) { display: none; }

  .button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 36px;
    padding: 4px 14px;
    border-radius: var(--chat-radius-control);
    background: color-mix(in oklab, var(--chat-accent) 12%, var(--chat-surface-sunken));
    color: var(--chat-accent);
    font-size: var(--chat-font-size);
    font-weight: 600;
    line-height: 22px;
    text-decoration: none;
    cursor: pointer;
    transition: background-color var(--chat-motion);
  }

  .button:hover { background: color-mix(in oklab, var(--chat-accent) 18%, var(--chat-surface-sunken)); }

  .button.plain { all: unset; display: inline-flex; align-items: center; gap: 8px; }
  .button.plain .dot { order: 1; }

  @media (pointer: coarse) {
    .button { min-block-size: 44px; }
  }

  @media (forced-colors: active) {
    .button { border: 1px solid LinkText; }
  }
`
