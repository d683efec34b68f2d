/** What a write is tried with while the tokens that it is for are still to come. Pure. */

import type { Credential } from '../../model/credential.ts'
import { Secret } from '../../model/secret.ts'

/** New tokens may be longer than the old ones, an access token with another claim in it for one. */
const SPARE_BYTES = 8192

/** Other tokens than these, in the same shape: an edit that changes nothing proves nothing. */
export function standIn(expected: Credential | undefined): Credential {
  return {
    ...(expected ?? { kind: 'oauth', account: {}, generation: 0 }),
    accessToken: new Secret('rehearsal-access'),
    refreshToken: new Secret('rehearsal-refresh'),
    ...(expected?.idToken ? { idToken: new Secret('rehearsal-id') } : {}),
  }
}

export function roomFor(text: string): number {
  return new TextEncoder().encode(text).length + SPARE_BYTES
}
