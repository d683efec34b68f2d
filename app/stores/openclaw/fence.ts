/**
 * While a newer OpenClaw refreshes, it puts an inert text in the place of each token: the "fence". It is no
 * credential, must never be sent anywhere, and the `expires: 1` beside it is no time. Pure.
 */

const PREFIX = 'openclaw-oauth-refresh-fence:'

/** Undefined when the text is no fence. `failed`: OpenClaw gave up, and only a new login helps. */
export function fenceOf(token: string | undefined): 'pending' | 'failed' | undefined {
  if (!token?.trimStart().startsWith(PREFIX)) return undefined
  return token.includes(':failed:') ? 'failed' : 'pending'
}
