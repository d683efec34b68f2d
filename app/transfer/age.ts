/**
 * Text under a passphrase as an `age` file (https://age-encryption.org/v1), armored, so that `age -d` opens it too.
 * Deriving the key takes about a second and some 256 MB, on purpose; this thread is busy for that long.
 */
import { armor, Decrypter, Encrypter } from 'age-encryption'
import { AppError } from '../errors.ts'

/** Of eight characters, a random one withstands guessing at a guess a second; the window asks for a sentence. */
export const MIN_PASSPHRASE_LENGTH = 8

const ARMORED = '-----BEGIN AGE ENCRYPTED FILE-----'
const BINARY = 'age-encryption.org/v1'
/** What age-encryption says when a passphrase fits no stanza of the header. */
const NO_MATCH = /^no identity matched/

/** scrypt's N as a power of two: what `age` itself takes, about a second of work for each guess. */
const WORK_FACTOR = 18

/** @throws AppError PASSPHRASE_NEEDED when it is missing or too short to protect anything */
export async function encryptText(
  text: string,
  passphrase: string,
  workFactor: number = WORK_FACTOR,
): Promise<string> {
  if ([...passphrase].length < MIN_PASSPHRASE_LENGTH) {
    throw new AppError(
      'PASSPHRASE_NEEDED',
      `The passphrase needs at least ${MIN_PASSPHRASE_LENGTH} characters: it is all that protects the file.`,
      { hint: 'Four or five unrelated words are easy to type and hard to guess.' },
    )
  }
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(workFactor)
  return armor.encode(await encrypter.encrypt(text))
}

export function isAge(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64)).trimStart()
  return start.startsWith(ARMORED) || start.startsWith(BINARY)
}

/** @throws AppError PASSPHRASE_NEEDED, also when it is wrong; IMPORT_UNREADABLE */
export async function decryptText(
  bytes: Uint8Array,
  passphrase: string | undefined,
  path: string,
): Promise<string> {
  const file = dearmored(bytes, path)
  if (!isForPassphrase(file)) {
    throw new AppError('IMPORT_UNREADABLE', `${path} is encrypted to a key, not under a passphrase.`, {
      hint: 'Decrypt it with age first, or export it again with a passphrase.',
    })
  }
  if (!passphrase) throw new AppError('PASSPHRASE_NEEDED', `${path} is protected by a passphrase.`, { path })
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return await decrypter.decrypt(file, 'text')
  } catch (error) {
    if (error instanceof Error && NO_MATCH.test(error.message)) {
      throw new AppError('PASSPHRASE_NEEDED', 'That passphrase does not open the file.', {
        hint: 'Check capitals and spaces, and that it is the right file.',
        path,
      })
    }
    throw damaged(path, error)
  }
}

function dearmored(bytes: Uint8Array, path: string): Uint8Array {
  const text = new TextDecoder('latin1').decode(bytes)
  if (!text.trimStart().startsWith(ARMORED)) return bytes
  try {
    return armor.decode(text)
  } catch (error) {
    throw damaged(path, error)
  }
}

/** The header is plain text: one stanza for each way to open the file. */
function isForPassphrase(file: Uint8Array): boolean {
  const header = new TextDecoder('latin1').decode(file.subarray(0, 4096)).split('\n---')[0] ?? ''
  const stanzas: readonly string[] = header.match(/^-> \S+/gm) ?? []
  return stanzas.length === 0 || stanzas.includes('-> scrypt')
}

function damaged(path: string, cause: unknown): AppError {
  return new AppError('IMPORT_UNREADABLE', `${path} is damaged or was cut short.`, {
    cause,
    hint: 'Copy the file again, or export it again on the other machine.',
  })
}
