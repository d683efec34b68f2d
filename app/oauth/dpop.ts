/** RFC 9449: tokens that work only together with a key, and the proofs that the key is here. */
import { type CryptoKey, DPoP, type DPoPHandle, generateKeyPair } from 'oauth4webapi'
import { AppError } from '../base/errors.ts'
import { isRecord, parseJson } from '../base/json.ts'
import { Secret } from '../model/secret.ts'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } // ES256, which every server with DPoP knows
/** The nonces that a server gave are kept with the key, so that not every request is refused once. */
const handles = new WeakMap<Secret, Promise<DPoPHandle>>()

/** A private key as JSON, to be kept for as long as any token is bound to it. */
export async function newProofKey(): Promise<Secret> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return new Secret(JSON.stringify(await crypto.subtle.exportKey('jwk', privateKey)))
}

/** @throws AppError STORE_CORRUPT */
export function proofsBy(key: Secret): Promise<DPoPHandle> {
  const known = handles.get(key)
  if (known) return known
  const handle = handleOf(key)
  handles.set(key, handle)
  return handle
}

async function handleOf(key: Secret): Promise<DPoPHandle> {
  const jwk = parseJson(key.expose())
  if (!isRecord(jwk))
    throw new AppError('STORE_CORRUPT', 'The key that proves who uses a token is not understood.')
  const { d: _, key_ops: _ops, ...publicJwk } = jwk
  const [privateKey, publicKey] = await Promise.all([imported(jwk, 'sign'), imported(publicJwk, 'verify')])
  return DPoP({}, { privateKey, publicKey })
}

function imported(jwk: object, use: 'sign' | 'verify'): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', jwk, ALGORITHM, use === 'verify', [use])
}
