/** RFC 6749 §5.2: the token endpoint's error member, in the shapes that servers really send. */

import { isRecord } from '../base/json.ts'
import { text } from './jwt.ts'
import { asSpaces, hideSecrets } from './secret-spellings.ts'

export interface NamedError {
  readonly error?: string
  readonly description?: string
}

/**
 * The code, never a substring of the body: `error` as a string (RFC 6749), as an object with `code` or `type` and
 * `message` (OpenAI, Anthropic), or a bare `code` (OpenAI). Undefined when the reply names no error at all.
 */
export function namedError(body: Readonly<Record<string, unknown>>): NamedError | undefined {
  const { error } = body
  if (isRecord(error)) {
    return named(text(error.code) ?? text(error.type), text(error.message) ?? text(error.description))
  }
  const code = text(error) ?? text(body.code)
  if (code === undefined) return undefined
  return named(code, text(body.error_description) ?? text(body.message))
}

function named(error: string | undefined, description: string | undefined): NamedError {
  return { ...(error === undefined ? {} : { error }), ...(description === undefined ? {} : { description }) }
}

/** Members whose value must not come back to us in a message; `client_id` and `scope` may. */
const SECRET_PARAMS = [
  'refresh_token',
  'access_token',
  'id_token',
  'code',
  'code_verifier',
  'client_secret',
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
  const clean = hideSecrets(asSpaces(words), secrets)
  return clean.length > LONGEST_WORDS ? `${clean.slice(0, LONGEST_WORDS)}…` : clean
}
