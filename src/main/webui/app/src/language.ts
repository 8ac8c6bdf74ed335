import { followLanguage, markLanguage, setLanguage } from '@eplatform/chat-elements'

/**
 * Has the page speak the first of these languages that the chat knows, or else of those that the browser is set to.
 * Without the network a language may not come: then the page stays as it is.
 */
export function speak(...wanted: readonly (string | undefined)[]): Promise<void> {
  return setLanguage({ locale: [...wanted.filter(tag => tag !== undefined), ...navigator.languages] }).catch(() => {})
}

/** Has the page say on itself which language it speaks and which way it reads, now and after every change. */
export function markPage(): void {
  const mark = () => markLanguage(document.documentElement)
  followLanguage(mark)
  mark()
}
