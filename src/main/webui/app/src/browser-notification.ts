import { direction, locale, type NotificationPermission } from '@eplatform/chat-elements'

export interface Told {
  title: string
  body: string
  /** Somebody wants to see what it tells of. */
  open(): void
}

const shown = new Map<string, Notification>()

/** What the browser says to notifications now. */
export function permission(): NotificationPermission {
  return 'Notification' in globalThis ? Notification.permission : 'unavailable'
}

/** Asks for leave, which browsers allow only while something that somebody did is handled. */
export async function askPermission(): Promise<NotificationPermission> {
  return permission() === 'default' ? Notification.requestPermission() : permission()
}

/** Shows one, in the place of an earlier one of the same tag. It makes no sound: that has a switch of its own. */
export async function showNotification(tag: string, { title, body, open }: Told): Promise<void> {
  if (permission() !== 'granted') return
  const options = { tag, body, icon: '/chat/icon.svg', silent: true, lang: locale(), dir: direction(), data: tag }
  try {
    const notification = new Notification(title, options)
    notification.onclick = () => {
      window.focus()
      notification.close()
      open()
    }
    shown.set(tag, notification)
  } catch {
    // Browsers on phones show them by the service worker alone, which then brings the page up.
    await (await registration())?.showNotification(title, options)
  }
}

/** Takes one back. */
export async function hideNotification(tag: string): Promise<void> {
  shown.get(tag)?.close()
  shown.delete(tag)
  for (const notification of (await (await registration())?.getNotifications({ tag })) ?? []) notification.close()
}

function registration(): Promise<ServiceWorkerRegistration | undefined> | undefined {
  return navigator.serviceWorker?.getRegistration('/chat/')
}
