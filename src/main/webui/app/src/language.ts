import { followLanguage, markLanguage, setLanguage } from '@eplatform/chat-elements'

/**
 * Has the page speak a language, or without one the first of those that the browser is set to and the chat knows.
 * Without the network a language may not come: then the page stays as it is.
 */
export function speak(language?: string): Promise<void> {
  return setLanguage({ locale: language ?? navigator.languages }).catch(() => {})
}

/** Has the page say on itself which language it speaks and which way it reads, now and after every change. */
export function markPage(): void {
  const mark = () => markLanguage(document.documentElement)
  followLanguage(mark)
  mark()
}
