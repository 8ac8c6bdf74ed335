import { css } from 'lit'

/** Buttons and fields. */
export const controls = css`
  .button,
  .icon-button {
    border: 0;
    border-radius: var(--chat-radius-control);
    background: none;
    cursor: pointer;
    transition: background-color var(--chat-motion);
  }

  .button {
    min-block-size: 36px;
    padding: var(--chat-space-1) var(--chat-space-4);
    background: var(--chat-accent);
    color: var(--chat-on-accent);
    font-weight: 600;
  }

  .button.quiet {
    background: none;
    color: var(--chat-accent);
  }

  .icon-button {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    padding: 0;
    color: var(--chat-text-muted);
  }

  .field {
    inline-size: 100%;
    min-block-size: 36px;
    padding: 6px var(--chat-space-3);
    border: 1px solid transparent;
    border-radius: var(--chat-radius-control);
    background: var(--chat-surface-raised);
  }

  .field::placeholder {
    color: var(--chat-text-muted);
    opacity: 1;
  }

  @media (hover: hover) {
    .icon-button:hover,
    .button.quiet:hover {
      background: color-mix(in oklab, var(--chat-text) 8%, transparent);
    }
  }

  @media (pointer: coarse) {
    .button,
    .field {
      min-block-size: 44px;
    }

    .icon-button {
      inline-size: 44px;
      block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .button,
    .icon-button,
    .field {
      border: 1px solid ButtonBorder;
    }
  }
`
