/** RFC 7519, reading only: the claims of a token that came straight from the token endpoint over TLS (OIDC Core §3.1.3.7). */
import { isRecord } from '../base/json.ts'

export type Claims = Readonly<Record<string, unknown>>

/** Undefined when the text is not a JWT: most access tokens are opaque. The signature is not checked. */
export function claimsOf(token: unknown): Claims | undefined {
  if (typeof token !== 'string') return undefined
  const parts = token.split('.')
  const payload = parts[1]
  if (parts.length !== 3 || !payload) return undefined
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    )
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isRecord(claims) ? claims : undefined
  } catch {
    return undefined // three dots and no JSON: opaque after all
  }
}

/** A non-empty string, or undefined. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
