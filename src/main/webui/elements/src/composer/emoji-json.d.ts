/** Each too large for the compiler to look into. */
declare module 'emoji-picker-element-data/en/cldr/data.json' {
  const emoji: readonly import('./emoji-data').EmojiEntry[]
  export default emoji
}
declare module 'emoji-picker-element-data/de/cldr/data.json' {
  const emoji: readonly import('./emoji-data').EmojiEntry[]
  export default emoji
}
declare module 'emoji-picker-element-data/fr/cldr/data.json' {
  const emoji: readonly import('./emoji-data').EmojiEntry[]
  export default emoji
}
