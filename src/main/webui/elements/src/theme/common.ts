import { css } from 'lit'

/** What every element of the chat starts from. */
export const common = css`
  :host {
    color: var(--_text);
    font-family: var(--_font);
    font-size: var(--_font-size);
    line-height: 22px;
    -webkit-text-size-adjust: 100%;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  ol,
  ul {
    margin: 0;
    padding: 0;
    font: inherit;
    list-style: none;
  }

  button,
  input,
  textarea {
    margin: 0;
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  :focus-visible {
    outline: 2px solid var(--chat-focus);
    outline-offset: 2px;
  }

  .one-line {
    min-inline-size: 0;
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .secondary {
    color: var(--chat-text-muted);
    font-size: var(--chat-font-size-small);
    line-height: 18px;
  }

  .meta {
    color: var(--chat-text-muted);
    font-size: var(--chat-font-size-meta);
    line-height: 16px;
    font-variant-numeric: tabular-nums;
  }

  .for-readers {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin-block: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`
