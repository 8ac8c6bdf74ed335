/** Where the panel or the whole chat is a part of the page: in the size that the page gives the element. */
export const panelPlaceStyles = `
  :host { display: contents; }

  :host([inline]) {
    display: block;
    block-size: var(--_panel-height);
    border-radius: var(--_radius-panel);
    background: var(--_surface);
    overflow: clip;
  }
`

export const appPlaceStyles = `
  :host { display: block; block-size: var(--_panel-height); background: var(--_surface); overflow: clip; }
`
