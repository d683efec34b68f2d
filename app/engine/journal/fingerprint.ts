/** Fingerprints of tokens, as history and journal know them. */
import type { Ports, Random } from '../../base/ports.ts'
import type { Credential } from '../../model/credential.ts'
import type { Secret } from '../../model/secret.ts'

/** By whose key, then by the token: a refresh wants the same ones again and again. */
const fingerprints = new WeakMap<Random, WeakMap<Secret, string>>()

/** Of the token that stands for the grant; undefined when the secret is out of reach. */
export function fingerprintOf(
  { random }: Pick<Ports, 'random'>,
  credential: Credential | undefined,
): string | undefined {
  const token = credential?.refreshToken ?? credential?.accessToken
  return token && markOf(random, token)
}

/** Of the access token, which says which of several answers to one refresh token this is. */
export function accessMarkOf(
  { random }: Pick<Ports, 'random'>,
  credential: Credential | undefined,
): string | undefined {
  return credential?.accessToken && markOf(random, credential.accessToken)
}

function markOf(random: Random, token: Secret): string {
  const known = fingerprints.get(random) ?? new WeakMap<Secret, string>()
  fingerprints.set(random, known)
  const fingerprint = known.get(token) ?? random.fingerprint(token.expose())
  known.set(token, fingerprint)
  return fingerprint
}
