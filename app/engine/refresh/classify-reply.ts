/** A token endpoint's reply -> what it means. Reads the JSON `error` member (RFC 6749 §5.2), never a substring. Pure. */
import type { TokenAnswer, TokenReply } from '../../oauth/token-endpoint.ts'

export type ReplyClass =
  | { readonly kind: 'success'; readonly reply: TokenReply }
  | { readonly kind: 'reused'; readonly detail: string }
  | { readonly kind: 'rejected'; readonly detail: string }
  | { readonly kind: 'insufficient-scope'; readonly detail: string }
  | { readonly kind: 'client-rejected'; readonly detail: string }
  | { readonly kind: 'rate-limited'; readonly detail: string; readonly retryAfterMs?: number }
  | { readonly kind: 'transient'; readonly detail: string; readonly retryAfterMs?: number }
  | { readonly kind: 'unknown-outcome'; readonly detail: string }

/** OpenAI's name for a refresh token that was answered before; RFC 6749 knows only invalid_grant. */
const REUSED = new Set(['refresh_token_reused'])
const REJECTED = new Set([
  'invalid_grant',
  'refresh_token_expired', // OpenAI
  'refresh_token_invalidated', // OpenAI
  'refresh_token_revoked',
  'token_invalidated', // OpenAI
  'token_expired', // OpenAI, of the refresh token: "Could not validate your token. Please try signing in again."
  'bad_refresh_token', // GitHub: incorrect or expired
  'token_revoked',
  'sign_in_again',
  'invalid_refresh_token',
  'revoked',
  'interaction_required', // OpenID Connect Core §3.1.2.6: only the person can go on
  'login_required',
  'consent_required',
])
const CLIENT_REJECTED = new Set([
  'invalid_client',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_request',
  'invalid_scope',
])

export function classifyAnswer(answer: TokenAnswer): ReplyClass {
  if (answer.kind === 'success') return { kind: 'success', reply: answer.reply }
  const wait = answer.retryAfterMs === undefined ? {} : { retryAfterMs: answer.retryAfterMs }
  if (answer.status === 429 || (answer.status === 503 && answer.retryAfterMs !== undefined)) {
    return { kind: 'rate-limited', detail: inWords(answer), ...wait }
  }
  if (answer.status >= 500 || answer.status === 408)
    return { kind: 'transient', detail: inWords(answer), ...wait }
  if (answer.kind === 'invalid') return { kind: 'transient', detail: inWords(answer), ...wait }
  return { kind: classOfError(answer.status, answer.error), detail: inWords(answer) }
}

/** A request that failed below HTTP. @param left whether any byte of it can have reached the server */
export function classifyFailure(left: boolean, detail: string): ReplyClass {
  return left ? { kind: 'unknown-outcome', detail } : { kind: 'transient', detail }
}

function classOfError(
  status: number,
  error: string | undefined,
): 'reused' | 'rejected' | 'insufficient-scope' | 'client-rejected' | 'transient' {
  if (error === undefined) return status === 401 ? 'client-rejected' : 'transient'
  if (REUSED.has(error)) return 'reused'
  if (REJECTED.has(error)) return 'rejected'
  if (error === 'insufficient_scope') return 'insufficient-scope'
  if (CLIENT_REJECTED.has(error)) return 'client-rejected'
  // RFC 6749 §4.1.2.1 borrows these two for passing trouble; anything else unknown is not a verdict on the grant.
  if (error === 'server_error' || error === 'temporarily_unavailable') return 'transient'
  return 'client-rejected'
}

function inWords(answer: Exclude<TokenAnswer, { kind: 'success' }>): string {
  if (answer.kind === 'invalid') return `HTTP ${answer.status}: ${answer.reason}`
  const words = [answer.error, answer.description].filter((word) => word !== undefined && word !== '')
  return `HTTP ${answer.status}: ${words.join(': ') || 'no error was named'}`
}
