/** The texts are English, so times and numbers are too, in the variant that the reader prefers. */
export const LOCALE = globalThis.navigator?.languages?.find(language => language.startsWith('en')) ?? 'en-GB'
