/** RFC 6749 §5.2: the token endpoint's error member, in the shapes that servers really send. */

import { isRecord } from '../base/json.ts'
import { shown } from '../base/outside-text.ts'
import { text } from './jwt.ts'
import { asSpaces, hideSecrets } from './secret-spellings.ts'

export interface NamedError {
  readonly error?: string
  readonly description?: string
  /** More names of it: Entra's numbers. */
  readonly codes?: readonly string[]
}

/**
 * The code, never a substring of the body: `error` as a string (RFC 6749), as an object with `code` or `type` and
 * `message` (OpenAI, Anthropic), a bare `code` (OpenAI), the first of `errors` (Fitbit, Strava), a `status` in capitals
 * (HubSpot), or no more than a `message` (Twitch). Undefined when the reply names no error at all.
 */
export function namedError(body: Readonly<Record<string, unknown>>): NamedError | undefined {
  const { error } = body
  if (isRecord(error)) {
    return named(text(error.code) ?? text(error.type), text(error.message) ?? text(error.description))
  }
  const message = text(body.error_description) ?? text(body.message)
  const code = text(error) ?? text(body.code)
  if (code !== undefined) return named(code, message, numbersIn(body.error_codes))
  const first = Array.isArray(body.errors) ? firstOf(body.errors) : undefined
  if (first !== undefined) return named(first.error, first.description ?? message)
  const status = text(body.status)
  if (status !== undefined && SHOUTED.test(status)) return named(status, message)
  return message === undefined ? undefined : named(undefined, message)
}

/** A code, as opposed to a word about how it went. */
const SHOUTED = /^(?!OK$|SUCCESS$)[A-Z][A-Z_]+$/

/** Fitbit: `errorType`. Strava: which `resource` is what. */
function firstOf([first]: readonly unknown[]): NamedError | undefined {
  if (!isRecord(first)) return undefined
  const code = text(first.errorType) ?? text(first.code) ?? text(first.type)
  const resource = text(first.resource)
  if (code === undefined) return undefined
  return named(resource === undefined ? code : `${resource}: ${code}`, text(first.message))
}

function numbersIn(codes: unknown): readonly string[] {
  return Array.isArray(codes) ? codes.filter((one) => typeof one === 'number').map(String) : []
}

function named(
  error: string | undefined,
  description: string | undefined,
  codes: readonly string[] = [],
): NamedError {
  return {
    ...(error === undefined ? {} : { error }),
    ...(description === undefined ? {} : { description }),
    ...(codes.length === 0 ? {} : { codes }),
  }
}

/** Members whose value must not come back to us in a message; `client_id` and `scope` may. */
const SECRET_PARAMS = [
  'refresh_token',
  'access_token',
  'id_token',
  'code',
  'code_verifier',
  'client_secret',
  'client_assertion',
  'assertion',
  'subject_token',
  'device_code',
  'token',
  'state',
]

/** A sentence, not a page: it is kept in the history for months. */
const LONGEST_WORDS = 1_000

/**
 * Word for word, except that the secrets of this exchange are taken out (some servers repeat them, in one encoding or
 * another), control characters are spaces (RFC 6749 §5.2 allows none, and a terminal obeys them), and a page is cut short.
 * @param known what was sent, and what else is known: the login's tokens
 */
export function scrub(words: string, known: Readonly<Record<string, string | undefined>>): string {
  const secrets = SECRET_PARAMS.map((name) => known[name])
  const clean = shown(hideSecrets(asSpaces(words), secrets))
  return clean.length > LONGEST_WORDS ? `${clean.slice(0, LONGEST_WORDS)}…` : clean
}
