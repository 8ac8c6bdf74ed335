import { focusedIn } from '../base/focus'
import { focusedOf, focusOn, rove } from '../base/roving'

/** Where keys lead that leave what is loaded. */
export interface FarKeys {
  /** To the newest message. */
  latest(): void
  /** To the first unread one. */
  unread(): void
  /** Takes away what is offered at the focused message, and says whether there was anything. */
  dismiss(): boolean
}

/**
 * The keys of the messages, which are one stop of the Tab key: arrows go from one to the next, Enter goes into one, to
 * its links and buttons, and Escape back to it. Anywhere else arrows and pages scroll.
 */
export function historyKeys(event: KeyboardEvent, messages: readonly HTMLElement[], far: FarKeys): void {
  if (event.defaultPrevented || event.altKey || event.metaKey) return
  const message = focusedOf(messages)
  const within = message ?? messages.find(candidate => candidate.contains(focusedIn(candidate.getRootNode())))
  if (event.key === 'End' && (event.ctrlKey || message)) take(event, far.latest)
  else if (event.key === 'PageUp' && event.shiftKey) take(event, far.unread)
  else if (message && event.key === 'Enter' && controlsOf(message).length > 0) take(event, () => controlsOf(message)[0]!.focus())
  else if (message && event.key === 'Escape') far.dismiss() && take(event, () => {})
  else if (message) rove(event, messages)
  else if (within) inside(event, within, messages)
}

/** Inside a message: the arrows of both directions go round its controls, and Tab goes on from the message. */
function inside(event: KeyboardEvent, message: HTMLElement, messages: readonly HTMLElement[]): void {
  // From what is no stop of the Tab key itself Chromium goes to the first stop of the list, far above, and not on.
  if (event.key === 'Tab' && !event.shiftKey) return focusOn(message, messages)
  if (event.key === 'Escape') return take(event, () => message.focus({ preventScroll: true }))
  const step = STEPS[event.key]
  if (step === undefined) return
  const controls = controlsOf(message)
  const current = controls.findIndex(control => control === focusedIn(control.getRootNode()))
  take(event, () => controls.at((current + step) % controls.length)?.focus())
}

/** As they follow on each other; right and left are so on the page, whichever way it reads. */
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

function controlsOf(message: HTMLElement): HTMLElement[] {
  return [...message.querySelectorAll<HTMLElement>('a[href], button')]
}

function take(event: KeyboardEvent, act: () => void): void {
  event.preventDefault()
  event.stopPropagation()
  act()
}
