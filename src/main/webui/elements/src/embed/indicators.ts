import { presenceInWords } from '../shared/presence'
import { setAttribute } from './attribute'
import { chat } from './chat'
import { presenceOf } from './presence-of'

/** What pages had before there were elements: `<span class="status-indicator" data-user-id="42"></span>`. */
const MARKUP = '.status-indicator[data-user-id]'

/**
 * Keeps all such markup of the page up to date, what is added later too: the class `online` or `offline`, neither while
 * that is not known, and the presence in words as title and name. Returns what ends that.
 */
export function followIndicators(root: Document = document): () => void {
  let shown = indicatorsOf(root)
  const member = {
    changed: () => shown.forEach(show),
    get people() {
      return shown.map(userOf)
    },
  }
  const leave = chat.join(member)
  const observer = new MutationObserver(() => {
    shown = indicatorsOf(root)
    chat.watch()
    member.changed()
  })
  observer.observe(root, { subtree: true, childList: true, attributeFilter: ['data-user-id'] })
  member.changed()
  return () => {
    observer.disconnect()
    leave()
  }
}

function indicatorsOf(root: Document): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(MARKUP)]
}

function userOf(indicator: HTMLElement): string {
  return indicator.dataset['userId'] ?? ''
}

function show(indicator: HTMLElement): void {
  const presence = presenceOf(chat.state, userOf(indicator))
  const inWords = presence && presenceInWords(presence)
  for (const name of ['online', 'offline']) indicator.classList.toggle(name, presence?.name === name)
  indicator.title = inWords ?? ''
  // With words of its own it has a name; without any it is a picture, which the words describe.
  if (indicator.textContent?.trim()) return
  setAttribute(indicator, 'role', inWords && 'img')
  setAttribute(indicator, 'aria-label', inWords)
}
