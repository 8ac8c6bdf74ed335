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
export const up = icon(16, svg`<path d="M10 16V4m-5 5 5-5 5 5"/>`)
export const small = icon(16, svg`<path d="m5 5 10 10M15 5 5 15"/>`)
export const sending = icon(14, svg`<circle cx="10" cy="10" r="7" stroke-dasharray="3.5 3.8"/>`)
export const done = icon(16, svg`<path d="m4 10.5 4 4 8-9"/>`)
export const copy = icon(16, svg`<rect x="7" y="7" width="9.5" height="9.5" rx="2"/><path d="M13 4.5a1.5 1.5 0 0 0-1.5-1H5A1.5 1.5 0 0 0 3.5 5v6.5A1.5 1.5 0 0 0 4.5 13"/>`)
export const link = icon(16, svg`<path d="M8.5 11.5a3 3 0 0 0 4.4.3l2.6-2.6a3.1 3.1 0 0 0-4.4-4.4l-1.2 1.2M11.5 8.5a3 3 0 0 0-4.4-.3l-2.6 2.6a3.1 3.1 0 0 0 4.4 4.4l1.2-1.2"/>`)
export const retry = icon(16, svg`<path d="M16 10a6 6 0 1 1-1.8-4.3M16 3v3.5h-3.5"/>`)
export const bin = icon(16, svg`<path d="M4 6h12M8 6V4h4v2m2.5 0-.6 10H6.1L5.5 6"/>`)
export const smile = icon(20, svg`<circle cx="10" cy="10" r="7.25"/><path d="M6.8 11.8a3.6 3.6 0 0 0 6.4 0M7.5 7.7v.3m5-.3v.3"/>`)
export const pen = icon(16, svg`<path d="M4 16l.8-3.4L13.5 4a1.8 1.8 0 0 1 2.6 2.6L7.4 15.2z"/>`)
