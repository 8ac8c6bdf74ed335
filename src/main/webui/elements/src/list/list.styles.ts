import { css } from 'lit'

export const listStyles = css`
  :host {
    display: block;
    min-block-size: 0;
    background: var(--chat-surface-sunken);
  }

  .heading {
    padding: var(--chat-space-3) var(--chat-space-4) var(--chat-space-1);
    font-weight: 600;
  }
`
