import { followLanguage, type Language, languageOf, markLanguage, setLanguage } from '@eplatform/chat-elements'

/** Where the choice is kept; every tab of the browser follows it. */
const KEY = 'chat-language'

/** Has the page speak the language that was chosen here, or else one that the browser is set to, and say on itself which. */
export function speak(): void {
  void follow()
  followLanguage(() => markLanguage(document.documentElement))
  markLanguage(document.documentElement)
  window.addEventListener('languagechange', () => void follow())
  window.addEventListener('storage', event => event.key === KEY && void follow())
}

/** The language that was chosen on this browser, or nothing: then its settings count. */
export function chosenLanguage(): Language | undefined {
  return languageOf(kept() ?? '')
}

/** Chooses a language for every tab of this browser, now and later; with nothing, its settings count again. */
export function chooseLanguage(language: Language | undefined): Promise<void> {
  try {
    if (language === undefined) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, language)
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
  return show(language)
}

function follow(): Promise<void> {
  return show(chosenLanguage())
}

/** Without the network a language may not come: then the page stays as it is. */
function show(language: Language | undefined): Promise<void> {
  return setLanguage({ locale: language ?? navigator.languages }).catch(() => {})
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
