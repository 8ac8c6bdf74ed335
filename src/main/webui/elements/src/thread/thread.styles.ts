import { css } from 'lit'

export const threadStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
    min-block-size: 0;
    background: var(--chat-surface);
  }

  section {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }

  section:focus-visible { outline: none; }

  header {
    display: flex;
    align-items: center;
    gap: var(--chat-space-3);
    flex: none;
    min-block-size: 56px;
    /* A panel has its close button there. */
    padding-inline: var(--chat-space-4) calc(var(--chat-space-4) + var(--chat-header-end, 0px));
  }

  .who { display: grid; justify-items: start; min-inline-size: 0; }

  h2 { font-weight: 600; line-height: 20px; }
  .back { display: var(--chat-back-display, grid); margin-inline-start: calc(-1 * var(--chat-space-2)); }
  .back:dir(rtl) svg { transform: scaleX(-1); }

  slot[name='header'] { display: flex; align-items: center; gap: var(--chat-space-1); margin-inline-start: auto; }

  chat-history { flex: 1; }
  chat-typing, chat-composer, chat-connection { flex: none; }
`
