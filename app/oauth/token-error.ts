/** RFC 6749 §5.2: the token endpoint's error member, in the shapes that servers really send. */
import { isRecord, text } from './jwt.ts'

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

/** Parameters whose value must not come back to us in a message; `client_id` and `scope` may. */
const SECRET_PARAMS = [
  'refresh_token',
  'code',
  'code_verifier',
  'client_secret',
  'device_code',
  'token',
  'state',
]

/** Word for word, except that the secrets we sent are taken out: some servers repeat them. */
export function scrub(words: string, sent: Readonly<Record<string, string | undefined>>): string {
  let clean = words
  for (const name of SECRET_PARAMS) {
    const value = sent[name]
    if (!value) continue
    clean = clean.replaceAll(value, '[secret]').replaceAll(encodeURIComponent(value), '[secret]')
  }
  return clean
}
