import type { LitElement } from 'lit'

/** Everything inside an element, through all shadow roots. */
export function find(within: LitElement, selector: string): Element[] {
  return inside(within.renderRoot as ShadowRoot, selector)
}

function inside(root: ParentNode, selector: string): Element[] {
  const deeper = [...root.querySelectorAll('*')].flatMap(element => (element.shadowRoot ? inside(element.shadowRoot, selector) : []))
  return [...root.querySelectorAll(selector), ...deeper]
}
