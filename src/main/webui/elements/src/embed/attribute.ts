/** Gives an element this attribute, or takes it away. A framework that unsets a property passes nothing. */
export function setAttribute(element: Element, name: string, value: string | null | undefined): void {
  if (value === null || value === undefined) element.removeAttribute(name)
  else element.setAttribute(name, value)
}
