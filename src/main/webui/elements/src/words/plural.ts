import type { Language } from './locale'
import { number } from './numbers'

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/**
 * For a language, what chooses the form that goes with a number, by the plural rules of the Unicode CLDR. `#` in a
 * form stands for the number; a name may have one in it, so none is put into a form.
 */
export function pluralOf(language: Language): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language)
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', number(count))
}
