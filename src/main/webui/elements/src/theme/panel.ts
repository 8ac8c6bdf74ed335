import { css } from 'lit'

/** A title with a button, a search field, and below them what scrolls. */
export const panelStyles = css`
  .panel {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 56px;
    padding-inline: var(--chat-space-4) calc(var(--chat-space-3) + var(--chat-header-end, 0px));
  }

  h2 {
    font-size: var(--chat-font-size-title);
    font-weight: 600;
    line-height: 24px;
  }

  .search { padding: 0 var(--chat-space-3) var(--chat-space-2); }

  .scroller {
    flex: 1;
    min-block-size: 0;
    padding-block: var(--chat-space-1);
    overflow-y: auto;
    overscroll-behavior: contain;
    scroll-padding-block: var(--chat-space-2);
  }
`
