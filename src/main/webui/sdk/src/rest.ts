import { ChatError, NoAnswerError, SignedOutError, VoidAnswerError } from './errors'
import { nextPage } from './link'
import type { ConversationView, PageView, ProblemView, UserView } from './protocol'
import type { GetToken } from './token'

/** One page of a list, and where the next one is. `next` is opaque: give it back as it came. */
export interface ListPage<T> {
  items: T[]
  next: string | undefined
}

/** Which messages of a conversation: those before, after or around a `seq`, or the newest. At most 200. */
export type PageRequest = { limit: number; before?: number; after?: number; around?: number }

/** The calls of the service that are not live. All reject with `ChatError`, `NoAnswerError` or `SignedOutError`. */
export class Rest {
  /** Counts how often the answers under way became void. */
  #era = 0

  constructor(
    private readonly base: string,
    private readonly getToken: GetToken,
    private readonly fetch: typeof globalThis.fetch,
    private readonly onSignedOut: () => void,
  ) {}

  /** Answers that are under way are void: somebody else asked, or they tell of a database that is no more. */
  forget(): void {
    this.#era++
  }

  /** Mine, newest activity first. */
  conversations(next = '?limit=50'): Promise<ListPage<ConversationView>> {
    return this.#list(`conversations/${next}`)
  }

  page(conversationId: string, request: PageRequest): Promise<PageView> {
    const query = Object.entries(request).map(([name, value]) => `${name}=${value}`)
    return this.#json(`conversations/${encodeURIComponent(conversationId)}/?${query.join('&')}`)
  }

  /** The direct conversation with somebody, made now if there was none. */
  startConversation(userId: string): Promise<ConversationView> {
    return this.#json('conversations/start_conversation/', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ userId }),
    })
  }

  /** The directory by name, without the caller; `q` is part of a name or user name. */
  users(q: string, next = `?limit=50${q && `&${new URLSearchParams({ q })}`}`): Promise<ListPage<UserView>> {
    return this.#list(`users/${next}`)
  }

  #list<T>(path: string): Promise<ListPage<T>> {
    return this.#answer(path, {}, async response => ({
      items: await bodyOf<T[]>(response),
      next: nextPage(response.headers.get('Link')),
    }))
  }

  #json<T>(path: string, init: RequestInit = {}): Promise<T> {
    return this.#answer(path, init, response => bodyOf<T>(response))
  }

  async #answer<T>(path: string, init: RequestInit, read: (response: Response) => Promise<T>): Promise<T> {
    const era = this.#era
    const answer = await read(await this.#call(path, init))
    if (era !== this.#era) throw new VoidAnswerError('Session changed')
    return answer
  }

  async #call(path: string, init: RequestInit): Promise<Response> {
    let response = await this.#authorized(path, init, await this.#token())
    if (isTokenRefused(response)) response = await this.#authorized(path, init, await this.#token({ refresh: true }))
    if (response.status === 401) throw this.#signedOut(new SignedOutError('Token refused'))
    if (!response.ok) throw await refused(response)
    return response
  }

  async #token(wanted?: { refresh: boolean }): Promise<string> {
    try {
      return await this.getToken(wanted)
    } catch (error) {
      if (error instanceof SignedOutError) throw this.#signedOut(error)
      throw new NoAnswerError('No token', { cause: error })
    }
  }

  #signedOut(error: SignedOutError): SignedOutError {
    this.onSignedOut()
    return error
  }

  async #authorized(path: string, init: RequestInit, token: string): Promise<Response> {
    const headers = { ...init.headers, Accept: 'application/json', Authorization: `Bearer ${token}` }
    try {
      return await this.fetch(new URL(path, this.base), { ...init, headers, credentials: 'omit' })
    } catch (error) {
      throw new NoAnswerError('Unreachable', { cause: error })
    }
  }
}

async function bodyOf<T>(response: Response): Promise<T> {
  try {
    return (await response.json()) as T
  } catch (error) {
    throw new NoAnswerError('Cut off', { cause: error })
  }
}

/** Where many tokens were refused in a short time, the next is refused with a 429; its challenge tells it from the other limits. */
function isTokenRefused({ status, headers }: Response): boolean {
  return status === 401 || (status === 429 && headers.has('WWW-Authenticate'))
}

async function refused(response: Response): Promise<Error> {
  const retryAfter = Number(response.headers.get('Retry-After')) * 1000 || undefined
  const problem = (await response.json().catch(() => undefined)) as ProblemView | undefined
  // Not our problem document: something between us and the service answered.
  if (problem?.code === undefined) return new NoAnswerError(`HTTP ${response.status}`)
  return new ChatError(problem.code, problem.detail, retryAfter)
}
