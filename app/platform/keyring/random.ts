import { createHash, createHmac, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../../base/errors.ts'
import type { Random } from '../../base/ports.ts'
import { asStoreError, codeOf } from '../files/system-error.ts'
import { temporaryName } from '../files/temporaries.ts'
import { readTrustedSync } from '../files/trusted.ts'
import { seal, unseal } from './sealing.ts'

const KEY_BYTES = 32
const TWO_TO_53 = 2 ** 53

export function createRandom(stateFolder: string): Random {
  let key: Buffer | undefined
  const ownKey = (): Buffer => {
    key ??= fingerprintKey(join(stateFolder, 'fingerprint.key'))
    return key
  }
  return {
    number: () => Number(randomBytes(8).readBigUInt64BE() >> 11n) / TWO_TO_53,
    token: (bytes) => randomBytes(bytes).toString('base64url'),
    fingerprint: (text, theirs) =>
      createHmac('sha256', theirs === undefined ? ownKey() : Buffer.from(theirs, 'base64url'))
        .update(text)
        .digest('hex')
        .slice(0, 12),
    fingerprintKey: () => ownKey().toString('base64url'),
    sha256Hex: (text) => createHash('sha256').update(text).digest('hex'),
    sha1Hex: (text) => createHash('sha1').update(text).digest('hex'),
    seal,
    open: unseal,
  }
}

/** Synchronous, since fingerprints are wanted in pure-looking places; once for each process, 32 bytes. */
function fingerprintKey(path: string): Buffer {
  try {
    const key = readTrustedSync(path) ?? create(path)
    if (key.length !== KEY_BYTES) {
      throw new AppError('STORE_CORRUPT', `${path} should hold ${KEY_BYTES} bytes and holds ${key.length}.`, {
        hint: 'Move it away: fingerprints in the history will then no longer match older ones.',
      })
    }
    return key
  } catch (error) {
    throw asStoreError('STORE_UNREADABLE', 'Reading', path, error)
  }
}

/** Of many processes that start at once, one wins and all use its key. */
function create(path: string): Buffer {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const temporary = join(folder, temporaryName())
  const fresh = randomBytes(KEY_BYTES)
  try {
    writeFileSync(temporary, fresh, { mode: 0o600, flag: 'wx', flush: true }) // a power cut must not leave it empty
    if (!linked(temporary, path)) createDirectly(path, fresh)
  } catch (error) {
    throw asStoreError('STORE_UNWRITABLE', 'Writing', path, error)
  } finally {
    rmSync(temporary, { force: true })
  }
  return readTrustedSync(path) ?? fresh
}

/** @returns whether there is a key at `path` now */
function linked(temporary: string, path: string): boolean {
  try {
    linkSync(temporary, path)
    return true
  } catch (error) {
    return codeOf(error) === 'EEXIST'
  }
}

/** For file systems without hard links. */
function createDirectly(path: string, fresh: Buffer): void {
  try {
    writeFileSync(path, fresh, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}
