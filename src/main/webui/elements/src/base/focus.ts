/** Whether what had the focus is gone. A page around the chat that has it is left alone. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

/** Gives the focus back to what is still there and lost it: what moves to another place is taken out and put in again. */
export function keepFocus(focused: HTMLElement | null): void {
  if (focused?.isConnected && isFocusLost()) focused.focus({ preventScroll: true })
}

/** What has the focus in a shadow root: an element of it, which may have a shadow root of its own. */
export function focusedIn(root: Node): HTMLElement | null {
  let element = document.activeElement
  while (element?.shadowRoot && element.getRootNode() !== root) element = element.shadowRoot.activeElement
  return element?.getRootNode() === root ? (element as HTMLElement) : null
}

/** Whether somebody is in the middle of a longer text, wherever on the page. */
export function isWriting(): boolean {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element instanceof HTMLTextAreaElement && element.value.trim() !== ''
}
