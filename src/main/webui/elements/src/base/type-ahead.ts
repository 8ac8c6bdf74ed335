import { focusedOf, stopAt } from './roving'

/** Letters that follow each other this fast belong to one word, in milliseconds. */
const PAUSE_MS = 800

/** Moves the focus in a list to the next item whose name begins with what is typed. */
export class TypeAhead {
  #typed = ''
  #at = -Infinity

  /** Whether the key stroke was for this. A space is a part of a name once a name is begun; before, it chooses. */
  press(event: KeyboardEvent, items: readonly HTMLElement[], nameOf: (item: HTMLElement) => string): boolean {
    const now = Date.now()
    const begun = now - this.#at < PAUSE_MS && this.#typed !== ''
    const focused = focusedOf(items)
    if (!focused || !isLetter(event) || (event.key === ' ' && !begun)) return false
    event.preventDefault()
    this.#typed = (begun ? this.#typed : '') + event.key.toLocaleLowerCase()
    this.#at = now
    const target = this.#next(items, items.indexOf(focused), nameOf)
    if (target) stopAt(target, items)
    target?.focus()
    return true
  }

  /** The same letter again goes on to the next of that letter; a longer beginning may stay where it is. */
  #next(items: readonly HTMLElement[], current: number, nameOf: (item: HTMLElement) => string): HTMLElement | undefined {
    const letters = [...this.#typed]
    const repeated = letters.every(letter => letter === letters[0])
    const wanted = repeated ? letters[0]! : this.#typed
    const start = repeated ? current + 1 : current
    const around = [...items.slice(start), ...items.slice(0, start)]
    return around.find(item => nameOf(item).toLocaleLowerCase().startsWith(wanted))
  }
}

function isLetter({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  return !isComposing && !ctrlKey && !metaKey && !altKey && [...key].length === 1
}
