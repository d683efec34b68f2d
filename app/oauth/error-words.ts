/**
 * What the words of real token endpoints mean, beside those of RFC 6749 §5.2. Each is a code, a whole sentence that stands
 * for one, or both as `code: sentence`; never a part of one. A provider's own `errorWords` come first.
 */
import type { ErrorMeaning, Provider } from '../model/provider.ts'

type Words = Readonly<Record<string, ErrorMeaning>>

const WORDS: Words = {
  invalid_grant: 'rejected',
  refresh_token_expired: 'rejected', // OpenAI
  refresh_token_invalidated: 'rejected', // OpenAI
  refresh_token_revoked: 'rejected',
  token_invalidated: 'rejected', // OpenAI
  token_expired: 'rejected', // OpenAI and Slack, of the refresh token
  bad_refresh_token: 'rejected', // GitHub, HubSpot: incorrect or expired
  token_revoked: 'rejected',
  sign_in_again: 'rejected',
  invalid_refresh_token: 'rejected',
  revoked: 'rejected',
  account_inactive: 'rejected', // Slack
  'invalid refresh token': 'rejected', // Twitch
  'refreshtoken: invalid': 'rejected', // Strava
  'unauthorized_client: refresh_token is invalid': 'rejected', // Atlassian
  'invalid_request: value passed for the token was invalid': 'rejected', // X
  'invalid_request: the provided authorization grant or refresh token is invalid, expired or revoked':
    'rejected', // LinkedIn
  interaction_required: 'rejected', // OpenID Connect Core §3.1.2.6: only the person can go on
  login_required: 'rejected',
  consent_required: 'rejected',
  refresh_token_reused: 'reused', // OpenAI, of one that was answered before; RFC 6749 knows only invalid_grant
  insufficient_scope: 'insufficient-scope',
  invalid_client: 'client-rejected',
  unauthorized_client: 'client-rejected',
  unsupported_grant_type: 'client-rejected',
  invalid_request: 'client-rejected',
  invalid_scope: 'client-rejected',
  slow_down: 'rate-limited',
  ratelimited: 'rate-limited', // Slack
  rate_limited: 'rate-limited',
  '50196': 'rate-limited', // Entra: too many of the same request in a short time
  server_error: 'transient', // RFC 6749 §4.1.2.1, borrowed
  temporarily_unavailable: 'transient',
  internal_error: 'transient', // Slack, as the next three
  fatal_error: 'transient',
  service_unavailable: 'transient',
  request_timeout: 'transient',
}

export interface ErrorSaid {
  readonly error?: string
  readonly description?: string
  /** Numbers and further names beside the error: Entra's `error_codes`. */
  readonly codes?: readonly string[]
}

/** The most particular one first. Undefined: words nobody has explained to us. */
export function meaningOf(said: ErrorSaid, own: Provider['errorWords'] = {}): ErrorMeaning | undefined {
  const { error, description, codes = [] } = said
  const both = error === undefined || description === undefined ? [] : [`${error}: ${description}`]
  const whole = [...codes, ...both, error, description].filter((one) => one !== undefined).map(spelled)
  const tables = [
    Object.fromEntries(Object.entries(own).map(([word, meaning]) => [spelled(word), meaning])),
    WORDS,
  ]
  for (const table of tables) {
    for (const word of whole) if (Object.hasOwn(table, word)) return table[word]
  }
  return undefined
}

/** Capitals and a full stop at the end say nothing. */
function spelled(words: string): string {
  return words.trim().replace(/\.$/, '').toLowerCase()
}
