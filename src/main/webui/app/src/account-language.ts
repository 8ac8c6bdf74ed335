const KEY = 'eplatform-chat.account-language'

/**
 * The language of the account of whoever is signed in, as the login provider says: a BCP 47 tag. It is kept in this
 * browser, so that the page speaks it from its first word on, and without a network too, until they sign out.
 */
export class AccountLanguage {
  #tag = read()
  readonly #listeners = new Set<() => void>()

  get tag(): string | undefined {
    return this.#tag
  }

  /** What the provider says now, which may be nothing. */
  learn(tag: string | undefined): void {
    if (tag === this.#tag) return
    this.#tag = tag
    keep(tag)
    for (const listener of this.#listeners) listener()
  }

  forget(): void {
    this.learn(undefined)
  }

  /** Calls the listener after every change. */
  follow(listener: () => void): void {
    this.#listeners.add(listener)
  }
}

function read(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined
  } catch {
    return undefined
  }
}

function keep(tag: string | undefined): void {
  try {
    if (tag === undefined) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, tag)
  } catch {
    // Storage is full or not permitted: then it is learned anew each time.
  }
}
