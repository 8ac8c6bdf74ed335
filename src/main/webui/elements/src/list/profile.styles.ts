import { css } from 'lit'

export const profileStyles = css`
  :host { display: block; }

  .profile {
    position: relative;
    padding: var(--chat-space-2);
    --chat-avatar-ring: var(--chat-surface-sunken);
  }

  .self {
    display: flex;
    align-items: center;
    gap: var(--chat-space-3);
    inline-size: 100%;
    min-block-size: 44px;
    padding-inline: var(--chat-space-2) var(--chat-space-3);
    border: 0;
    border-radius: var(--chat-radius-control);
    background: none;
    text-align: start;
    cursor: pointer;
  }

  @media (hover: hover) {
    .self:hover { background: color-mix(in oklab, var(--chat-text) 5%, transparent); }
  }

  .self svg { flex: none; margin-inline-start: auto; color: var(--chat-text-muted); }
`
