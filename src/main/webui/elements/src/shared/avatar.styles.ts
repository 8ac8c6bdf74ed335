import { css } from 'lit'

export const avatarStyles = css`
  :host {
    --size: 40px;
    position: relative;
    display: inline-block;
    flex: none;
    inline-size: var(--size);
    block-size: var(--size);
  }

  :host([size='small']) {
    --size: 28px;
  }

  img,
  .initials {
    display: grid;
    place-items: center;
    inline-size: var(--size);
    block-size: var(--size);
    border-radius: 50%;
    object-fit: cover;
    background: var(--chat-line);
  }

  .initials {
    --hue: 255;
    background: oklch(0.88 0.05 var(--hue));
    color: oklch(0.32 0.08 var(--hue));
    font-size: calc(var(--size) * 0.36);
    font-weight: 600;
    line-height: 1;
  }

  /* An ornament, and no text: whoever copies a list of people does not want them. */
  .initials::before { content: attr(data-initials); }

  .initials[data-hue='1'] { --hue: 310; }
  .initials[data-hue='2'] { --hue: 10; }
  .initials[data-hue='3'] { --hue: 60; }
  .initials[data-hue='4'] { --hue: 150; }
  .initials[data-hue='5'] { --hue: 200; }

  .dot {
    position: absolute;
    inset-block-end: -1px;
    inset-inline-end: -1px;
    inline-size: 12px;
    block-size: 12px;
    border: 2.5px solid var(--chat-text-muted);
    border-radius: 50%;
    background: var(--chat-avatar-ring, var(--chat-surface));
    box-shadow: 0 0 0 2px var(--chat-avatar-ring, var(--chat-surface));
  }

  .dot.online {
    border: 0;
    background: var(--chat-positive);
  }

  @media (forced-colors: active) {
    .dot { border-color: CanvasText; }
    .dot.online { border: 6px solid CanvasText; }
  }
`
