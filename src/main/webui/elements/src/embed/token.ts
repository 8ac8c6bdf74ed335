import type { GetToken } from '@eplatform/chat'

/** That part of the SDK which is loaded once it is needed. */
export type Sdk = typeof import('./sdk')

/**
 * How the page around gives the access token of whoever is signed in there. Nothing, or an empty text, is nobody; an
 * error is "try again later". `refresh` asks for another one, because the last was not accepted or is about to expire.
 */
export type HostToken = (wanted?: { refresh?: boolean }) => TokenAnswer | Promise<TokenAnswer>

type TokenAnswer = string | null | undefined

/** What the client asks for tokens: always by the way that the page names at that moment. */
export function tokenFor(sdk: Sdk, present: () => HostToken | undefined): GetToken {
  return async wanted => {
    const token = await present()?.(wanted)
    if (!token) throw new sdk.SignedOutError('The page around has no token')
    return token
  }
}

/** The token of the session on the service itself. The code for that comes with the first one that is asked for. */
export function ownSession(): GetToken {
  let session: GetToken | undefined
  return async wanted => {
    const { sessionToken } = await import('@eplatform/chat/session-token')
    session ??= sessionToken()
    return session(wanted)
  }
}
