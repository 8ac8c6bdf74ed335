import type { Words } from './en'
import { type Glance, GLANCES } from './glances'
import { type Language, languageOf, setLocale } from './locale'

/** What an integrator may choose. Every part has a default. */
export interface LanguageChoice {
  /**
   * BCP 47 tags such as `de-AT`, the most wanted first; a region is used for dates and numbers. The first one that the
   * chat speaks is taken, and English when it speaks none of them. Default: the `lang` of the document, then the
   * languages that the browser is set to; when these change, the chat follows.
   */
  locale?: string | readonly string[] | undefined
  /** Texts instead of those of the chosen language. */
  words?: Partial<Words> | undefined
}

/** Gets the whole catalogue of a language, and gives what shows it. */
type Supply = (language: Language, replaced: Partial<Words> | undefined) => (() => void) | Promise<() => void>

let supply: Supply | undefined
let present: Glance = GLANCES.en
let choice: LanguageChoice | undefined
let choosing: Promise<void> | undefined
let choices = 0
const listeners = new Set<() => void>()

/** The texts for before anything is opened, in the present language. */
export function glance(): Glance {
  return present
}

/** Has the whole catalogue follow from here on: it comes with what is opened. */
export function supplyWith(whole: Supply): void {
  supply = whole
  if (choice) void setLanguage(choice).catch(() => {})
}

/**
 * Chooses the language of every chat on the page, now or later; what was chosen before is forgotten. Resolves when the
 * texts are shown, and rejects when they cannot be loaded: then everything stays as it is.
 */
export function setLanguage(wanted: LanguageChoice): Promise<void> {
  if (!choice) watchDefaults()
  choice = wanted
  const mine = ++choices
  const tag = spokenTag(wanted)
  const language = languageOf(tag) ?? 'en'
  const show = (showWhole?: () => void) => {
    if (mine !== choices) return
    showWhole?.()
    present = { ...GLANCES[language], ...wanted.words }
    setLocale(tag)
    choosing = undefined
    for (const listener of [...listeners]) listener()
  }
  const whole = supply?.(language, wanted.words)
  if (!(whole instanceof Promise)) return Promise.resolve(show(whole))
  const shown = whole.then(show)
  choosing = shown.catch(() => {
    if (mine === choices) choosing = undefined
  })
  return shown
}

/** While another language is under way, what ends with it; otherwise nothing. It never rejects. */
export function languageUnderWay(): Promise<void> | undefined {
  return choosing
}

/** Calls back after each change of the language; returns what ends that. Whoever shows a text first has the default chosen. */
export function followLanguage(listener: () => void): () => void {
  if (!choice) void setLanguage({}).catch(() => {})
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** A page around the chat may change its language without being loaded again. */
function watchDefaults(): void {
  const again = () => {
    if (choice && choice.locale === undefined) void setLanguage(choice).catch(() => {})
  }
  globalThis.window?.addEventListener('languagechange', again)
  if (globalThis.document) new MutationObserver(again).observe(document.documentElement, { attributeFilter: ['lang'] })
}

function spokenTag({ locale }: LanguageChoice): string {
  const wanted = locale === undefined ? defaults() : typeof locale === 'string' ? [locale] : locale
  return wanted.find(languageOf) ?? 'en'
}

function defaults(): string[] {
  return [globalThis.document?.documentElement.lang ?? '', ...(globalThis.navigator?.languages ?? [])].filter(tag => tag !== '')
}
