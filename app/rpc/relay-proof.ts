/**
 * How the relay of an ssh session proves itself to a host: it can use the key that seals the vault. No system tells a
 * process that sshd started from any other of the same user; but whoever has this key could open the vault without asking,
 * so that nobody gains anything by posing as a relay.
 */
import { AppError } from '../base/errors.ts'
import type { Ports } from '../base/ports.ts'

type ProofPorts = Pick<Ports, 'keyring' | 'log' | 'random'>

const CONTEXT = 'relay'

/** @param hostKey of the host that is asked: for no other, and for as long as it runs. @throws AppError KEYCHAIN_UNAVAILABLE */
export async function relayProof({ keyring, random }: ProofPorts, hostKey: string): Promise<string> {
  return random.seal(await keyring.key(), hostKey, CONTEXT)
}

export async function isRelayProof(
  { keyring, log, random }: ProofPorts,
  hostKey: string,
  proof: string,
): Promise<boolean> {
  try {
    const key = await keyring.key(proof.split('.')[1])
    return random.open(key, proof, CONTEXT) === hostKey
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    log.warn('a relay could not prove itself', { error })
    return false
  }
}
