import { direction, locale } from './locale'

/** Says on the outermost element of a chat which language it speaks, as the page around may speak another one (WCAG 3.1.2). */
export function markLanguage(element: HTMLElement): void {
  element.lang = locale()
  element.dir = direction()
}
