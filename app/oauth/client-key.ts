/** A client's private key as people hold it (PEM, a JWK of RFC 7517, Google's key file), made ready to sign with (RFC 7518 §3). */
import type { CryptoKey } from 'oauth4webapi'
import { AppError } from '../base/errors.ts'
import { isRecord, parseJson } from '../base/json.ts'
import type { Secret } from '../model/secret.ts'
import { text } from './jwt.ts'

export interface ClientKey {
  readonly key: CryptoKey
  /** What the key calls itself, where it does. */
  readonly kid?: string
}

type Bytes = Uint8Array<ArrayBuffer>

const ALGORITHMS = [
  { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, // RS256
  { name: 'ECDSA', namedCurve: 'P-256' }, // ES256
  { name: 'ECDSA', namedCurve: 'P-384' },
  { name: 'ECDSA', namedCurve: 'P-521' },
  { name: 'Ed25519' },
] as const

const imported = new WeakMap<Secret, Promise<ClientKey>>()

/** Is it a key, as opposed to a password? */
export function isKeyText(secret: Secret): boolean {
  return /^\s*(-----BEGIN |\{)/.test(secret.expose())
}

/** @throws AppError CONFIG_INVALID when no key that signs is in it */
export function clientKeyOf(secret: Secret): Promise<ClientKey> {
  const known = imported.get(secret)
  if (known) return known
  const key = importKey(secret.expose())
  imported.set(secret, key)
  return key
}

async function importKey(from: string): Promise<ClientKey> {
  const json = parseJson(from)
  const members = isRecord(json) ? json : {}
  const pem = text(members.private_key) ?? from // what Google hands out for a service account
  const kid = text(members.kid) ?? text(members.private_key_id)
  const isJwk = isRecord(json) && members.private_key === undefined
  for (const algorithm of ALGORITHMS) {
    const key = await (isJwk ? fromJwk(json, algorithm) : fromPem(pem, algorithm)).catch(notOfThisKind)
    if (key) return { key, ...(kid === undefined ? {} : { kid }) }
  }
  throw new AppError(
    'CONFIG_INVALID',
    'The client key cannot be used: it is no private key that is known here.',
    {
      hint: 'Give an RSA, P-256 or Ed25519 key without a passphrase, as PEM (openssl pkcs8 -topk8 -nocrypt) or as a JWK.',
    },
  )
}

type Algorithm = (typeof ALGORITHMS)[number]

async function fromJwk(jwk: object, algorithm: Algorithm): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign'])
}

async function fromPem(pem: string, algorithm: Algorithm): Promise<CryptoKey | undefined> {
  const [, label, base64 = ''] = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----([^-]*)-----END/.exec(pem) ?? []
  const bytes: Bytes = Uint8Array.from(atob(base64.replace(/\s/g, '')), (c) => c.charCodeAt(0))
  if (label === 'RSA PRIVATE KEY')
    return crypto.subtle.importKey('pkcs8', asPkcs8(bytes), algorithm, false, ['sign'])
  if (label !== 'PRIVATE KEY') return undefined
  return crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign'])
}

/** Of another kind of key, or no key at all: the next algorithm is tried, and the last one's failure is told by the caller. */
const notOfThisKind = (): undefined => undefined

/** RFC 5208 §5 around RFC 8017 §A.1.2: GitHub hands its keys out bare. */
function asPkcs8(rsa: Bytes): Bytes {
  const version = [0x02, 0x01, 0x00]
  const rsaEncryption = [
    0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
  ]
  return der(0x30, [...version, ...rsaEncryption, ...der(0x04, [...rsa])])
}

/** X.690 §8.1: a tag, how long it is, what is in it. */
function der(tag: number, content: readonly number[]): Bytes {
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Uint8Array.from([tag, ...size, ...content])
}
