import { css } from 'lit'

/** How something comes up over the rest. */
export const motion = css`
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
`
