/** Before the name of each cache. The rest names a version: a digest of its HTML, which names all of its files by theirs. */
export const CACHES = 'eplatform-chat.shell-'
/** A network that has not answered by then is as good as away, in milliseconds. */
const PATIENCE_MS = 5000
const PAGE = '/chat/'
const FILES = /["'](\/chat\/assets\/[^"'?#]+)["']/g

/**
 * The page without anybody's data: its HTML and its files, kept so that it opens without a network. The network comes
 * first, so that a new version is seen at the next load; a version is kept once all of it is here, and only then takes
 * the place of the one before.
 */
export class Shell {
  constructor(
    private readonly caches: CacheStorage,
    private readonly fetch: typeof globalThis.fetch,
  ) {}

  /** The page as the service gives it, or as it was kept when the service cannot be reached. `after` outlives the answer. */
  async page(request: Request, after: (work: Promise<unknown>) => void): Promise<Response> {
    const asked = this.fetch(request)
    after(asked.then(answer => this.keep(answer.clone()), () => {}))
    const answer = await Promise.race([asked.catch(() => undefined), patience()])
    if (answer && answer.status < 500) return answer
    return (await this.caches.match(PAGE)) ?? answer ?? asked
  }

  /** A file has its digest in its name: what is kept is right for ever. */
  async file(request: Request): Promise<Response> {
    return (await this.caches.match(request)) ?? this.fetch(request)
  }

  /** Fetches the page to keep it, for the first time or as a new version. */
  async renew(): Promise<void> {
    const headers = { Accept: 'text/html' }
    await this.keep(await this.fetch(PAGE, { headers, redirect: 'manual', credentials: 'same-origin' }))
  }

  /** Keeps a page with its files, if it is one: the way to the login, or an error, is not. */
  async keep(answer: Response): Promise<void> {
    if (!isPage(answer)) return
    const html = await answer.clone().text()
    const name = CACHES + (await digest(html))
    if (await this.caches.has(name)) return
    try {
      await this.#fill(name, html, answer)
    } catch {
      // The network went away in the middle: the version that is kept still serves.
      await this.caches.delete(name)
      return
    }
    for (const other of await this.#names()) if (other !== name) await this.caches.delete(other)
  }

  async #fill(name: string, html: string, page: Response): Promise<void> {
    const cache = await this.caches.open(name)
    const files = new Set([...html.matchAll(FILES)].map(([, file]) => file!))
    await Promise.all([...files].map(async file => {
      const answer = (await this.caches.match(file)) ?? (await this.fetch(file))
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
      await cache.put(file, answer)
    }))
    await cache.put(PAGE, page)
  }

  async #names(): Promise<string[]> {
    return (await this.caches.keys()).filter(name => name.startsWith(CACHES))
  }
}

/** Whether an address is the page's own. On its way back from the login it carries a code that only the service may answer. */
export function isPageAddress(address: URL): boolean {
  const here = address.pathname === PAGE || address.pathname === `${PAGE}index.html`
  return here && !['code', 'state', 'error'].some(name => address.searchParams.has(name))
}

export function isFileAddress(address: URL): boolean {
  return address.pathname.startsWith(`${PAGE}assets/`)
}

function isPage(answer: Response): boolean {
  const html = answer.headers.get('Content-Type')?.startsWith('text/html') ?? false
  return answer.status === 200 && !answer.redirected && html
}

function patience(): Promise<undefined> {
  return new Promise(resolve => setTimeout(resolve, PATIENCE_MS, undefined))
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...bytes.slice(0, 8)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
