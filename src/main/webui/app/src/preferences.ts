import type { ChatApp, Settings } from '@eplatform/chat-elements'
import type { AccountLanguage } from './account-language'
import { askPermission, permission } from './browser-notification'
import type { Chime } from './chime'
import type { KeptSettings } from './kept-settings'
import { speak } from './language'

/** Joins the menu of the account to what it changes: the look and the language of the page, its notifications and its sound. */
export function offerSettings(app: ChatApp, kept: KeptSettings, account: AccountLanguage, chime: Chime): void {
  const speakIt = () => void speak(kept.current.language, account.tag)
  const show = () => {
    const settings = kept.current
    if (!app.settings || app.settings.language !== settings.language) speakIt()
    document.documentElement.dataset['theme'] = settings.theme
    app.settings = settings
    app.permission = permission()
  }
  kept.follow(show)
  // Somebody may allow or block notifications in the browser's own settings meanwhile, or set it to another language.
  window.addEventListener('focus', show)
  window.addEventListener('languagechange', speakIt)
  account.follow(speakIt)
  app.addEventListener('chat-settings', event => void change(event.change))

  async function change(wanted: Partial<Settings>): Promise<void> {
    if (wanted.sound) void chime.sample()
    // Asked for within the click, or the browser would not ask anybody.
    if (wanted.notifications) wanted = { ...wanted, notifications: (await askPermission()) === 'granted' }
    kept.change(wanted)
  }
}
