/** MiniMax. Its sign-in is a grant type of its own, and nobody has published how such a login is refreshed. */

import type { Provider } from '../model/provider.ts'
import type { Claims } from '../oauth/jwt.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

export const minimaxPortal: Provider = {
  id: 'minimax-portal',
  name: 'MiniMax',
  aliases: ['minimax'],
  tokenEndpoint: 'https://account.minimax.io/oauth2/token',
  clientId: '78257093-7e40-4613-99e0-527b14b39113',
  scopes: ['group_id', 'profile', 'model.completion'],
  leadMs: 10 * MINUTE,
  refreshEncoding: 'form',
  redirect: { host: '127.0.0.1', port: 0, path: '/callback' },
  rotation: 'unknown',
  openclawBufferMs: 0,
  notRefreshable:
    'MiniMax has no known way to renew this login. Before it expires, sign in again with: openclaw models auth login --provider minimax-portal',
  expiry: expiredIn,
  custom: false,
}

const SECONDS_BELOW = 1e9
const MILLISECONDS_FROM = 1e12

/** `expired_in` is a duration in seconds, a time in seconds or a time in milliseconds: only its size tells which. */
export function expiredIn(reply: Claims, askedAtMs: number): number | undefined {
  const told = reply.expired_in
  // Anything else than these two, Number() may throw on, and a throw here would cost the tokens that have just come.
  const value = typeof told === 'number' || typeof told === 'string' ? Number(told) : Number.NaN
  if (!(value > 0) || !Number.isFinite(value)) return undefined
  if (value < SECONDS_BELOW) return askedAtMs + value * SECOND
  return value < MILLISECONDS_FROM ? value * SECOND : value
}
