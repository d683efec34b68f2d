/**
 * Text into an `age` file (https://age-encryption.org/v1), armored, under a passphrase or to keys; `age -d` opens it too.
 * Deriving a key from a passphrase takes about a second and some 256 MB, on purpose; this thread is busy for that long.
 */
import { armor, Encrypter, type Recipient } from 'age-encryption'
import { AppError } from '../../../base/errors.ts'

/** Of eight characters, a random one withstands guessing at a guess a second; the window asks for a sentence. */
export const MIN_PASSPHRASE_LENGTH = 8

/** scrypt's N as a power of two: what `age` itself takes, about a second of work for each guess. */
const WORK_FACTOR = 18

/** @throws AppError PASSPHRASE_NEEDED when it is missing or too short to protect anything */
export async function encryptText(
  text: string,
  passphrase: string,
  workFactor: number = WORK_FACTOR,
): Promise<string> {
  checkPassphrase(passphrase)
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(workFactor)
  return armor.encode(await encrypter.encrypt(text))
}

/** Anyone of the recipients opens it, alone. */
export async function encryptTo(text: string, recipients: readonly (string | Recipient)[]): Promise<string> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return armor.encode(await encrypter.encrypt(text))
}

/** @throws AppError PASSPHRASE_NEEDED */
export function checkPassphrase(passphrase: string): void {
  if ([...passphrase].length >= MIN_PASSPHRASE_LENGTH) return
  throw new AppError(
    'PASSPHRASE_NEEDED',
    `The passphrase needs at least ${MIN_PASSPHRASE_LENGTH} characters: it is all that protects the file.`,
    { hint: 'Four or five unrelated words are easy to type and hard to guess.' },
  )
}
