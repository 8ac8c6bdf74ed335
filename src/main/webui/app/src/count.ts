import { type ChatClient, totalUnread } from '@eplatform/chat'
import { followLanguage, shortCount, words } from '@eplatform/chat-elements'

/** Changes within this time are shown together, in milliseconds. */
const SOON_MS = 100

/** Shows how much is unread where one sees it from elsewhere: in the title, in the icon of the tab, and on the installed app's. */
export function showCount(client: ChatClient): void {
  let shown: number | undefined
  let soon: ReturnType<typeof setTimeout> | undefined
  const show = () => {
    clearTimeout(soon)
    soon = undefined
    const count = totalUnread(client.state)
    const title = count > 0 ? `(${shortCount(count)}) ${words().chat}` : words().chat
    if (document.title !== title) document.title = title
    if (count === shown) return
    shown = count
    document.querySelector<HTMLLinkElement>('link[rel=icon]')?.setAttribute('href', iconFor(count))
    badge(count)
  }
  // What comes to a conversation that somebody looks at is read at once, and would make the icon change to and fro.
  client.subscribe(() => (soon ??= setTimeout(show, SOON_MS)))
  followLanguage(show)
}

/** The icons are files of ours: the page's policy permits no picture that it makes itself. A tab's icon has room for one digit. */
function iconFor(count: number): string {
  if (count === 0) return '/chat/icon.svg'
  return `/chat/icons/${count > 9 ? 'more' : count}.svg`
}

function badge(count: number): void {
  const { navigator } = window as { navigator: Partial<Pick<Navigator, 'setAppBadge' | 'clearAppBadge'>> }
  // Refused where the page is not installed, which is no matter.
  void (count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.())?.catch(() => {})
}
