import { DEFAULT_SETTINGS, languageOf, type Settings } from '@eplatform/chat-elements'

const KEY = 'eplatform-chat.settings'

/** The settings, kept in this browser and the same in all of its tabs. A browser that keeps nothing has them until the page is left. */
export class KeptSettings {
  #current: Settings = read()
  readonly #listeners = new Set<() => void>()

  constructor() {
    window.addEventListener('storage', event => {
      if (event.key === KEY || event.key === null) this.#become(read())
    })
  }

  get current(): Settings {
    return this.#current
  }

  change(change: Partial<Settings>): void {
    this.#become({ ...this.#current, ...change })
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#current))
    } catch {
      // Storage is full or not permitted.
    }
  }

  /** Calls the listener now and after every change. */
  follow(listener: () => void): void {
    this.#listeners.add(listener)
    listener()
  }

  #become(settings: Settings): void {
    this.#current = settings
    for (const listener of this.#listeners) listener()
  }
}

/** What another version has written, or somebody by hand, counts only as far as it is understood. */
function read(): Settings {
  const kept = parsed()
  const flag = (name: 'notifications' | 'preview' | 'sound') => (typeof kept[name] === 'boolean' ? kept[name] : DEFAULT_SETTINGS[name])
  const theme = kept['theme']
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    language: typeof kept['language'] === 'string' ? languageOf(kept['language']) : undefined,
    notifications: flag('notifications'),
    preview: flag('preview'),
    sound: flag('sound'),
  }
}

function parsed(): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? { ...kept } : {}
  } catch {
    return {}
  }
}
