import { css } from 'lit'

/** How many stand beside each other, whatever there is room for: the arrow keys go up and down by it. */
export const COLUMNS = 8

export const emojiPickerStyles = css`
  :host { display: block; }

  .picker {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr);
    block-size: min(340px, 50dvh);
    overflow: hidden;
    border-radius: var(--chat-radius-panel);
    background: var(--chat-surface-raised);
    box-shadow: var(--chat-shadow);
  }

  .top { display: flex; gap: var(--chat-space-2); padding: var(--chat-space-3) var(--chat-space-3) var(--chat-space-1); }
  .top .field { flex: 1; min-inline-size: 0; background: var(--chat-surface-sunken); }

  select {
    min-block-size: 36px;
    padding-inline: var(--chat-space-1);
    border: 0;
    border-radius: var(--chat-radius-control);
    background: var(--chat-surface-sunken);
    color: inherit;
    font: inherit;
  }

  .groups { display: flex; padding-inline: var(--chat-space-2); }

  .tab,
  .one {
    display: grid;
    place-items: center;
    padding: 0;
    border: 0;
    border-radius: 8px;
    background: none;
    cursor: pointer;
  }

  .tab { flex: 1; min-inline-size: 24px; block-size: 36px; font-size: var(--chat-font-size-title); border-end-start-radius: 0; border-end-end-radius: 0; }
  .tab[aria-selected='true'] { box-shadow: inset 0 -2px var(--chat-accent); }

  .grid {
    display: grid;
    grid-template-columns: repeat(8, minmax(0, 1fr));
    grid-auto-rows: 40px;
    padding: var(--chat-space-2);
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .one { min-inline-size: 24px; font-size: calc(1.6 * var(--chat-font-size)); line-height: 1; }
  .grid p { grid-column: 1 / -1; padding: var(--chat-space-4); text-align: center; }
  .tab:focus-visible, .one:focus-visible { outline-offset: -2px; }

  @media (hover: hover) {
    .one:hover, .tab:hover { background: color-mix(in oklab, var(--chat-text) 8%, transparent); }
  }

  @media (pointer: coarse) {
    .tab, select { min-block-size: 44px; }
    .grid { grid-auto-rows: 44px; }
  }

  @media (forced-colors: active) {
    .picker { border: 1px solid CanvasText; }
    .tab[aria-selected='true'] { outline: 2px solid Highlight; outline-offset: -2px; }
  }
`
