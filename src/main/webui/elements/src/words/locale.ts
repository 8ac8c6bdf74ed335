/** The languages that the chat speaks, each by its own name: BCP 47 tags as an integrator and the browser write them. */
export const LANGUAGES = { en: 'English', de: 'Deutsch', fr: 'Français', ar: 'العربية' } as const

export type Language = keyof typeof LANGUAGES

const RIGHT_TO_LEFT: ReadonlySet<Language> = new Set(['ar'])

let present = variant('en')

/** The present language, with its region where one is known: for `Intl` and for the `lang` attribute. */
export function locale(): string {
  return present
}

/** Which way the present language reads. */
export function direction(): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(languageOf(present) ?? 'en') ? 'rtl' : 'ltr'
}

/** Called with the words that go with it, or a date would speak another language than the text around it. */
export function setLocale(tag: string): void {
  present = variant(tag)
}

/** The language of a tag, `de` for `de-AT`, or nothing when the chat does not speak it. */
export function languageOf(tag: string): Language | undefined {
  const [primary = ''] = tag.toLowerCase().split(/[-_]/)
  return Object.hasOwn(LANGUAGES, primary) ? (primary as Language) : undefined
}

/** Something made for a locale, such as a formatter, which is dear: made again only when the locale is another one. */
export function perLocale<T>(make: (locale: string) => T): () => T {
  let made: { locale: string; value: T } | undefined
  return () => {
    if (made?.locale !== present) made = { locale: present, value: make(present) }
    return made.value
  }
}

/** A language without a region is taken in the variant that the reader prefers, and English not as an American one by chance. */
function variant(tag: string): string {
  const language = languageOf(tag) ?? 'en'
  const precise = tag.replaceAll('_', '-')
  if (precise.includes('-')) return isTag(precise) ? precise : language
  const preferred = globalThis.navigator?.languages?.find(other => languageOf(other) === language)
  return preferred ?? (language === 'en' ? 'en-GB' : language)
}

/** Whether `Intl` takes it: anything else, such as "de-", is an error there. */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
