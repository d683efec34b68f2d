/** What a machine is in a fleet: a pair of keys to be written to (age, X25519), and a pair to sign with (Ed25519). */
import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { Secret } from '../../model/secret.ts'

export interface NodeIdentity {
  /** From its verify key: two machines cannot have the same by chance. */
  readonly node: string
  readonly recipient: string
  /** Hex. */
  readonly verifyKey: string
  /** AGE-SECRET-KEY-1… */
  readonly ageIdentity: Secret
  /** Hex. */
  readonly signingKey: Secret
}

const NODE_ID_LENGTH = 16

export async function makeNodeIdentity(): Promise<NodeIdentity> {
  const ageIdentity = await generateX25519Identity()
  const { secretKey, publicKey } = ed25519.keygen()
  const verifyKey = bytesToHex(publicKey)
  return {
    node: verifyKey.slice(0, NODE_ID_LENGTH),
    recipient: await identityToRecipient(ageIdentity),
    verifyKey,
    ageIdentity: new Secret(ageIdentity),
    signingKey: new Secret(bytesToHex(secretKey)),
  }
}

/** @returns hex */
export function sign({ signingKey }: Pick<NodeIdentity, 'signingKey'>, text: string): string {
  return bytesToHex(ed25519.sign(utf8ToBytes(text), hexToBytes(signingKey.expose())))
}

/** False as well for what is no key, or no signature. */
export function isSignedBy(verifyKey: string, signature: string, text: string): boolean {
  if (!isHex(verifyKey, 32) || !isHex(signature, 64)) return false
  return ed25519.verify(hexToBytes(signature), utf8ToBytes(text), hexToBytes(verifyKey))
}

function isHex(text: string, bytes: number): boolean {
  return text.length === 2 * bytes && /^[0-9a-f]*$/.test(text)
}
