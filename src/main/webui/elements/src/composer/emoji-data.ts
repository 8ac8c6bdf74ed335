import { type Language, languageOf, locale } from '../words/locale'

/** One emoji as the data of the Unicode CLDR names it. */
export interface EmojiEntry {
  readonly emoji: string
  /** What it is called. */
  readonly annotation: string
  /** Other words that lead to it. */
  readonly tags?: readonly string[] | undefined
  /** The CLDR's: 0 smileys, 1 people, 3 nature, 4 food, 5 places, 6 activities, 7 objects, 8 symbols, 9 flags. */
  readonly group: number
  /** Of the Unicode emoji standard, in which it came. */
  readonly version: number
  /** The same in the five skin tones, from light to dark; two people have one each. */
  readonly skins?: readonly { readonly tone: number | readonly number[]; readonly emoji: string }[] | undefined
}

/** Newer ones are boxes on too many devices. */
const NEWEST_VERSION = 15

/** As modules of the page's own: asking for them contacts nobody else, wherever the chat is embedded. Arabic is not in the data. */
const DATA: Record<Language, () => Promise<{ default: readonly EmojiEntry[] }>> = {
  en: () => import('emoji-picker-element-data/en/cldr/data.json'),
  de: () => import('emoji-picker-element-data/de/cldr/data.json'),
  fr: () => import('emoji-picker-element-data/fr/cldr/data.json'),
  ar: () => import('emoji-picker-element-data/en/cldr/data.json'),
}

/** All emoji by their names in the present language. */
export async function loadEmoji(): Promise<readonly EmojiEntry[]> {
  const { default: all } = await DATA[languageOf(locale()) ?? 'en']()
  return all.filter(({ version }) => version <= NEWEST_VERSION)
}

/** Those whose name or tags have words that begin with all of these; a name counts more than a tag. */
export function search(all: readonly EmojiEntry[], text: string): EmojiEntry[] {
  const wanted = wordsOf(text)
  const begins = (words: readonly string[]) => wanted.every(want => words.some(word => word.startsWith(want)))
  const named = all.filter(({ annotation }) => begins(wordsOf(annotation)))
  const tagged = all.filter(entry => !named.includes(entry) && begins(wordsOf(`${entry.annotation} ${entry.tags?.join(' ') ?? ''}`)))
  return [...named, ...tagged]
}

/** The emoji in a skin tone: 0 is none, 1 light, 5 dark. */
export function toned(entry: EmojiEntry, tone: number): string {
  return entry.skins?.find(skin => [skin.tone].flat().every(one => one === tone))?.emoji ?? entry.emoji
}

function wordsOf(text: string): string[] {
  return text.toLocaleLowerCase(locale()).split(/[\s:_-]+/).filter(word => word !== '')
}
