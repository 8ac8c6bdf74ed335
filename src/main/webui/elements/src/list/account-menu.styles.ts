import { css } from 'lit'

export const accountMenuStyles = css`
  dialog {
    position: fixed;
    inset: auto;
    inset-block-end: var(--end);
    inset-inline-start: calc(var(--start) + var(--chat-space-2));
    inline-size: max(288px, var(--width) - 2 * var(--chat-space-2));
    max-inline-size: calc(100vw - 2 * var(--chat-space-2));
    max-block-size: calc(100dvh - var(--end) - var(--chat-space-2));
    margin: 0;
    padding: 0;
    border: 1px solid var(--chat-line);
    border-radius: var(--chat-radius-control);
    background: var(--chat-surface-raised);
    color: inherit;
    box-shadow: var(--chat-shadow);
    overflow: auto;
  }

  dialog[open] { animation: rise var(--chat-motion); }
  dialog::backdrop { background: none; }
  .menu { padding: var(--chat-space-1); }

  .settings {
    padding: var(--chat-space-2) var(--chat-space-3) var(--chat-space-1);
    border-block-end: 1px solid var(--chat-line);
    margin-block-end: var(--chat-space-1);
  }

  fieldset { min-inline-size: 0; margin: 0; padding: 0; border: 0; }
  legend { padding: 0; }

  .segments {
    display: flex;
    gap: 2px;
    margin-block: var(--chat-space-1) var(--chat-space-2);
    padding: 2px;
    border-radius: var(--chat-radius-control);
    background: var(--chat-surface-sunken);
  }

  .segments label { position: relative; flex: 1; cursor: pointer; }
  .segments input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: inherit; }

  .segments span {
    display: grid;
    place-items: center;
    min-block-size: 32px;
    border-radius: calc(var(--chat-radius-control) - 2px);
    font-size: var(--chat-font-size-small);
    line-height: 18px;
  }

  .segments input:checked + span { background: var(--chat-surface-raised); color: var(--chat-accent); font-weight: 600; box-shadow: 0 0 0 1px var(--chat-line); }
  .segments input:focus-visible + span { outline: 2px solid var(--chat-focus); }

  .line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--chat-space-3);
    min-block-size: 40px;
    cursor: pointer;
  }

  .reason { display: block; padding-block-end: var(--chat-space-2); }

  select {
    min-block-size: 32px;
    min-inline-size: 0;
    padding-inline: var(--chat-space-2);
    border: 1px solid var(--chat-line);
    border-radius: 8px;
    background: var(--chat-surface-raised);
    color: inherit;
    font: inherit;
    font-size: var(--chat-font-size-small);
  }

  input[role='switch'] {
    position: relative;
    flex: none;
    appearance: none;
    inline-size: 40px;
    block-size: 24px;
    border: 2px solid var(--chat-text-muted);
    border-radius: 12px;
    cursor: inherit;
    transition: background-color var(--chat-motion);
  }

  input[role='switch']::before {
    content: '';
    position: absolute;
    inset-block-start: 4px;
    inset-inline-start: 4px;
    inline-size: 12px;
    block-size: 12px;
    border-radius: 50%;
    background: var(--chat-text-muted);
  }

  input[role='switch']:checked { border-color: var(--chat-accent); background: var(--chat-accent); }
  input[role='switch']:checked::before { inset-inline-start: 20px; background: var(--chat-on-accent); }
  input[aria-disabled='true'] { opacity: 0.5; cursor: not-allowed; }

  .item {
    display: block;
    inline-size: 100%;
    min-block-size: 40px;
    padding-inline: var(--chat-space-3);
    border: 0;
    border-radius: calc(var(--chat-radius-control) - 3px);
    background: none;
    text-align: start;
    cursor: pointer;
    outline-offset: -2px;
  }

  @media (hover: hover) {
    .item:hover { background: color-mix(in oklab, var(--chat-text) 6%, transparent); }
  }

  .leaving { display: grid; gap: var(--chat-space-1); padding: var(--chat-space-3) var(--chat-space-3) var(--chat-space-2); }
  .title { font-weight: 600; }
  .answers { display: flex; flex-wrap: wrap; justify-content: end; gap: var(--chat-space-2); padding: var(--chat-space-2); }
  .button.danger { background: var(--chat-danger); color: var(--chat-surface-raised); }

  @media (pointer: coarse) {
    .keys { display: none; }
    .line, .item, .segments span { min-block-size: 44px; }
  }

  @media (forced-colors: active) {
    .segments input:checked + span { outline: 2px solid Highlight; }
    input[role='switch'] { border-color: ButtonText; }
    input[role='switch']::before { background: ButtonText; forced-color-adjust: none; }
    input[role='switch']:checked { background: Highlight; forced-color-adjust: none; }
    input[role='switch']:checked::before { background: HighlightText; }
  }
`
