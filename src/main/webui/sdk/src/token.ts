/**
 * Gives an access token of the platform's provider. `refresh` asks for a new one because the service did not
 * accept the last, or because it is about to expire. Throws `SignedOutError` when nobody is signed in; any other error counts as "try again later".
 */
export type GetToken = (wanted?: { refresh?: boolean }) => Promise<string>

/** When a JWT expires, in milliseconds since 1970; NaN when it does not say, or is none. */
export function expiryOf(token: string): number {
  return Number(claimsOf(token)?.exp) * 1000
}

/** Whose token it is: its issuer and subject, as RFC 7519 has them unique together. Nothing when it does not say, or is no JWT. */
export function personOf(token: string): string | undefined {
  const { iss, sub } = claimsOf(token) ?? {}
  return typeof sub === 'string' ? JSON.stringify([iss, sub]) : undefined
}

/** What a JWT says (RFC 7519). It is not verified here: that is for the service to do. */
function claimsOf(token: string): { exp?: unknown; iss?: unknown; sub?: unknown } | undefined {
  try {
    const bytes = Uint8Array.from(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0))
    return (JSON.parse(new TextDecoder().decode(bytes)) as object | null) ?? undefined
  } catch {
    return undefined
  }
}
