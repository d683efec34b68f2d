/** The `ssh-rsa` stanza of age (C2SP age.md, "SSH recipient types"): the file key under RSA-OAEP with SHA-256 (RFC 8017 §7.1). */
import { type Identity, type Recipient, Stanza } from 'age-encryption'
import { tagOf } from './ssh-ed25519.ts'
import { rsaNumbers, type SshPrivate } from './ssh-private.ts'
import { rsaPublic, type SshPublic } from './ssh-public.ts'
import { bytesOfInteger, concat, Malformed, toBase64 } from './ssh-wire.ts'

const KIND = 'ssh-rsa'
const OAEP = { name: 'RSA-OAEP', label: new TextEncoder().encode('age-encryption.org/v1/ssh-rsa') }
const IMPORT = { name: 'RSA-OAEP', hash: 'SHA-256' }
const FILE_KEY_BYTES = 16

type RsaPublic = SshPublic & { readonly kind: typeof KIND }
type RsaPrivate = SshPrivate & { readonly kind: typeof KIND }

export function rsaRecipient({ blob, modulus, exponent }: RsaPublic): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const jwk = { kty: 'RSA', n: urlSafe(modulus), e: urlSafe(exponent) }
      const key = await crypto.subtle.importKey('jwk', jwk, IMPORT, false, ['encrypt'])
      const body = await crypto.subtle.encrypt(OAEP, key, concat(fileKey))
      return [new Stanza([KIND, tagOf(blob)], new Uint8Array(body))]
    },
  }
}

/** @throws Malformed when it is too short, or no key at all */
export async function rsaIdentity({ pkcs8 }: RsaPrivate): Promise<Identity> {
  const { modulus, exponent } = rsaNumbers(pkcs8)
  const tag = tagOf(rsaPublic(modulus, exponent).blob)
  const key = await importPrivate(pkcs8)
  return {
    async unwrapFileKey(stanzas) {
      const mine = stanzas.find(({ args }) => args[0] === KIND && args[1] === tag)
      if (!mine) return null
      const fileKey = new Uint8Array(await crypto.subtle.decrypt(OAEP, key, concat(mine.body)))
      if (mine.args.length !== 2 || fileKey.length !== FILE_KEY_BYTES) {
        throw new Malformed(`an ${KIND} stanza is malformed`)
      }
      return fileKey
    },
  }
}

/** Web Crypto's own `CryptoKey`: Node.js has it without naming its type. */
type PrivateKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

async function importPrivate(pkcs8: Uint8Array<ArrayBuffer>): Promise<PrivateKey> {
  try {
    return await crypto.subtle.importKey('pkcs8', pkcs8, IMPORT, false, ['decrypt'])
  } catch (error) {
    throw new Malformed('it is no RSA key', { cause: error })
  }
}

/** RFC 7518 §6.3.1. */
function urlSafe(value: bigint): string {
  return toBase64(bytesOfInteger(value)).replaceAll('+', '-').replaceAll('/', '_')
}
