/** Registers an element. Two bundles may meet on one page: the first one wins, as a name can be given only once. */
export function define(name: string) {
  return (element: CustomElementConstructor): void => {
    if (!customElements.get(name)) customElements.define(name, element)
  }
}
