/** OpenID Connect Core 1.0 §5.1: who signed in, from the standard claims. */
import type { Account } from '../model/credential.ts'
import { type Claims, claimsOf, text } from './jwt.ts'

export function accountFromClaims(claims: Claims | undefined): Account {
  if (claims === undefined) return {}
  return account(claims.sub, claims.email, claims.name)
}

/** The id_token of a token endpoint's reply; nobody known where there is none. */
export function accountFromReply(reply: Claims): Account {
  return accountFromClaims(claimsOf(reply.id_token))
}

/** Absent members stay absent: an empty string says nothing about a person. */
export function account(id: unknown, email: unknown, name?: unknown): Account {
  return {
    ...(text(id) === undefined ? {} : { id: text(id) as string }),
    ...(text(email) === undefined ? {} : { email: text(email) as string }),
    ...(text(name) === undefined ? {} : { name: text(name) as string }),
  }
}
