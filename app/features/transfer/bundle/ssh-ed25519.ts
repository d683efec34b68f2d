/** The `ssh-ed25519` stanza of age (C2SP age.md, "SSH recipient types"; filippo.io/age/agessh): X25519 with the key's other form. */

import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { ed25519, x25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { type Identity, type Recipient, Stanza } from 'age-encryption'
import type { SshPrivate } from './ssh-private.ts'
import { ed25519Public, type SshPublic } from './ssh-public.ts'
import { concat, fromBase64, Malformed, toBase64 } from './ssh-wire.ts'

const KIND = 'ssh-ed25519'
const LABEL = new TextEncoder().encode('age-encryption.org/v1/ssh-ed25519')
const NONE = new Uint8Array(0)
const NONCE = new Uint8Array(12) // each wrapping key is used once

type Ed25519Public = SshPublic & { readonly kind: typeof KIND }
type Ed25519Private = SshPrivate & { readonly kind: typeof KIND }

/** @throws Malformed when the point is none of the curve */
export function ed25519Recipient({ blob, point }: Ed25519Public): Recipient {
  const theirs = montgomery(point)
  return {
    wrapFileKey(fileKey) {
      const ephemeral = x25519.utils.randomSecretKey()
      const share = x25519.getPublicKey(ephemeral)
      const secret = tweaked(x25519.scalarMult(ephemeral, theirs), blob)
      const body = chacha20poly1305(wrappingKey(secret, share, theirs), NONCE).encrypt(fileKey)
      return [new Stanza([KIND, tagOf(blob), toBase64(share)], body)]
    },
  }
}

/** @throws Malformed when the point is none of the curve */
export function ed25519Identity({ seed, point }: Ed25519Private): Identity {
  const { blob } = ed25519Public(point)
  const tag = tagOf(blob)
  const ours = montgomery(point)
  const scalar = ed25519.utils.toMontgomerySecret(seed)
  return {
    unwrapFileKey(stanzas) {
      const mine = stanzas.find(({ args }) => args[0] === KIND && args[1] === tag)
      if (!mine) return null
      const share = fromBase64(mine.args[2] ?? '')
      if (mine.args.length !== 3 || share.length !== 32) throw new Malformed(`a ${KIND} stanza is malformed`)
      const secret = tweaked(x25519.scalarMult(scalar, share), blob)
      return chacha20poly1305(wrappingKey(secret, share, ours), NONCE).decrypt(mine.body)
    },
  }
}

/** Binds the secret to the key as SSH writes it. */
function tweaked(secret: Uint8Array, blob: Uint8Array): Uint8Array {
  return x25519.scalarMult(hkdf(sha256, NONE, blob, LABEL, 32), secret)
}

function wrappingKey(secret: Uint8Array, share: Uint8Array, recipient: Uint8Array): Uint8Array {
  return hkdf(sha256, secret, concat(share, recipient), LABEL, 32)
}

/** RFC 7748 §4.1: the same point on the curve that X25519 uses. @throws Malformed */
function montgomery(point: Uint8Array): Uint8Array {
  try {
    const converted = ed25519.utils.toMontgomery(point)
    x25519.scalarMult(x25519.utils.randomSecretKey(), converted) // of low order: anybody would know the secret
    return converted
  } catch (error) {
    throw new Malformed('it is no point of the curve', { cause: error })
  }
}

/** Which key it is, in four bytes: enough to find it, too little to be sure. */
export function tagOf(blob: Uint8Array): string {
  return toBase64(sha256(blob).subarray(0, 4))
}
