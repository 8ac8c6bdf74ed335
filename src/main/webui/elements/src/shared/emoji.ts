const ONE = String.raw`(?:\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3|\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*)*)`
const UP_TO_THREE = new RegExp(String.raw`^\s*(?:${ONE}\s*){1,3}$`, 'u')

/** Whether a text is nothing but one to three emoji: these are shown large, without a bubble. */
export function isJumbo(text: string): boolean {
  return text.length < 100 && UP_TO_THREE.test(text)
}
