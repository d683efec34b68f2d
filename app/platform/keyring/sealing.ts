/** AES-256-GCM with the key's id in the text and a context as additional data, so that two sealed texts cannot be swapped. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { AppError } from '../../base/errors.ts'
import type { SealingKey } from '../../base/ports.ts'

const IV_BYTES = 12 // NIST SP 800-38D §5.2.1.1
const TAG_BYTES = 16

/** `v1.<key id>.<iv>.<tag>.<ciphertext>`, the last three base64url. */
export function seal(key: SealingKey, plain: string, context: string): string {
  const iv = nextIv()
  const cipher = createCipheriv('aes-256-gcm', key.bytes, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(additional(key.id, context))
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return ['v1', key.id, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join(
    '.',
  )
}

/** @throws AppError STORE_CORRUPT */
export function unseal(key: SealingKey, text: string, context: string): string {
  const [version, id, iv, tag, sealed, ...more] = text.split('.')
  if (version !== 'v1' || !iv || !tag || sealed === undefined || more.length > 0) {
    throw new AppError(
      'STORE_CORRUPT',
      `The sealed text of "${context}" is not in a form that this version knows.`,
    )
  }
  if (id !== key.id) throw new AppError('STORE_CORRUPT', `"${context}" was sealed with another key.`)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(iv, 'base64url'), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(additional(id, context))
    decipher.setAuthTag(Buffer.from(tag, 'base64url'))
    return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]).toString(
      'utf8',
    )
  } catch {
    // What OpenSSL says of it is about its own call.
    throw new AppError(
      'STORE_CORRUPT',
      `"${context}" was changed after it was sealed, or the key is another one.`,
    )
  }
}

let ivs = Buffer.alloc(0)

/** To ask the system for twelve bytes takes as long as to ask it for a thousand. Each is used once. */
function nextIv(): Buffer {
  if (ivs.length < IV_BYTES) ivs = randomBytes(IV_BYTES * 64)
  const iv = ivs.subarray(0, IV_BYTES)
  ivs = ivs.subarray(IV_BYTES)
  return iv
}

function additional(id: string, context: string): Buffer {
  return Buffer.from(`lamplighter v1 ${id} ${context}`, 'utf8')
}
