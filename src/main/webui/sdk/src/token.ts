/**
 * Gives an access token of the platform's provider. `refresh` asks for a new one because the service did not
 * accept the last, or because it is about to expire. Throws `SignedOutError` when nobody is signed in; any other error counts as "try again later".
 */
export type GetToken = (wanted?: { refresh?: boolean }) => Promise<string>
