import type { ChatClient, GetToken, SignedOutError, sessionToken, totalUnread, unread } from '@eplatform/chat'

/** The part of the SDK that is loaded once it is needed. */
export interface Sdk {
  ChatClient: typeof ChatClient
  SignedOutError: typeof SignedOutError
  sessionToken: typeof sessionToken
  totalUnread: typeof totalUnread
  unread: typeof unread
}

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
