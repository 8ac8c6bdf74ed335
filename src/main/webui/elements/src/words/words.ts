import { supplyWith } from './choice'
import { en, type Words } from './en'
import type { Language } from './locale'

const CATALOGUES: Record<Language, () => Words | Promise<Words>> = {
  en: () => en,
  de: () => import('./de').then(module => module.de),
  fr: () => import('./fr').then(module => module.fr),
  ar: () => import('./ar').then(module => module.ar),
}

let present: Words = en

/** The texts of the present language. Ask for each one when it is shown: the language may change at any time. */
export function words(): Words {
  return present
}

supplyWith((language, replaced) => {
  const show = (catalogue: Words) => () => void (present = { ...catalogue, ...replaced })
  const catalogue = CATALOGUES[language]()
  return catalogue instanceof Promise ? catalogue.then(show) : show(catalogue)
})
