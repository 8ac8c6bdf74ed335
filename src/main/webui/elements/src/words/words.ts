import { en, type Words } from './en'
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

const CATALOGUES: Record<Language, () => Words | Promise<Words>> = {
  en: () => en,
  de: () => import('./de').then(module => module.de),
  fr: () => import('./fr').then(module => module.fr),
  ar: () => import('./ar').then(module => module.ar),
}

let present: Words = en
let choice: LanguageChoice | undefined
let choosing: Promise<void> | undefined
let choices = 0
const listeners = new Set<() => void>()

/** The texts of the present language. Ask for each one when it is shown: the language may change at any time. */
export function words(): Words {
  return present
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
  const show = (catalogue: Words) => {
    if (mine !== choices) return
    present = { ...catalogue, ...wanted.words }
    setLocale(tag)
    choosing = undefined
    for (const listener of [...listeners]) listener()
  }
  const catalogue = CATALOGUES[languageOf(tag) ?? 'en']()
  if (!(catalogue instanceof Promise)) return Promise.resolve(show(catalogue))
  const shown = catalogue.then(show)
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
