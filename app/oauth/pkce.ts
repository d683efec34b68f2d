/** RFC 7636: proof that whoever exchanges the code is whoever asked for it. */
import { calculatePKCECodeChallenge } from 'oauth4webapi'
import type { Random } from '../base/ports.ts'
import { Secret } from '../model/secret.ts'

export interface Pkce {
  readonly verifier: Secret
  readonly challenge: string
  readonly method: 'S256'
}

/** 32 random bytes make 43 characters, the least that RFC 7636 §4.1 allows and the 256 bits it recommends. */
const VERIFIER_BYTES = 32

/** New for each login. */
export async function createPkce(random: Pick<Random, 'token'>): Promise<Pkce> {
  const verifier = random.token(VERIFIER_BYTES)
  return {
    verifier: new Secret(verifier),
    challenge: await calculatePKCECodeChallenge(verifier),
    method: 'S256',
  }
}
