const RECENT = 'chat.emoji.recent'
const TONE = 'chat.emoji.tone'
/** So many that were chosen last are offered first. */
const MOST = 24

/** What was chosen last, newest first, as far as this browser keeps things. */
export function recentEmoji(): string[] {
  return (kept(RECENT) ?? '').split(' ').filter(emoji => emoji !== '')
}

export function rememberEmoji(emoji: string): void {
  keep(RECENT, [emoji, ...recentEmoji().filter(other => other !== emoji)].slice(0, MOST).join(' '))
}

/** The skin tone that was chosen: 0 is none, 1 light, 5 dark. */
export function skinTone(): number {
  return Number(kept(TONE) ?? 0)
}

export function rememberTone(tone: number): void {
  keep(TONE, String(tone))
}

/** A page whose browser keeps nothing forgets, and works. */
function kept(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value)
  } catch {
    // Blocked or full.
  }
}
