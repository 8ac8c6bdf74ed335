import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit'

/** Drawn in the colour of the text around, and never read out: what they mean is said in words beside them. */
function icon(size: number, shape: SVGTemplateResult): TemplateResult {
  return html`<svg width=${size} height=${size} viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.75"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${shape}</svg>`
}

export const back = icon(20, svg`<path d="M12.5 4 6.5 10l6 6"/>`)
export const plus = icon(20, svg`<path d="M10 4v12M4 10h12"/>`)
export const close = icon(20, svg`<path d="m5 5 10 10M15 5 5 15"/>`)
export const down = icon(20, svg`<path d="M10 4v12m-5-5 5 5 5-5"/>`)
export const chevron = icon(16, svg`<path d="m5 12 5-5 5 5"/>`)
export const send = icon(20, svg`<path d="M10 16V4m-5 5 5-5 5 5"/>`)
export const clock = icon(14, svg`<circle cx="10" cy="10" r="7"/><path d="M10 6v4l2.5 2"/>`)
export const check = icon(14, svg`<path d="m4 10.5 4 4 8-9"/>`)
export const checks = icon(14, svg`<path d="m1 10.5 4 4 8-9M9.5 13l1.5 1.5 8-9"/>`)
export const alert = icon(14, svg`<circle cx="10" cy="10" r="8"/><path d="M10 5.5v5.5m0 3v.01"/>`)
