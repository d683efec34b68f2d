/** Who shall be able to open a bundle: age's own keys and SSH public keys, as a person writes them down. */
import { Encrypter, type Recipient } from 'age-encryption'
import { AppError } from '../../../base/errors.ts'
import { ed25519Recipient } from './ssh-ed25519.ts'
import { looksLikePrivateKey } from './ssh-private.ts'
import { readPublicLine } from './ssh-public.ts'
import { rsaRecipient } from './ssh-rsa.ts'
import { Malformed } from './ssh-wire.ts'

/** A key that needs a program of its own to encrypt to it: `age1yubikey1…`. Bech32 has no "1" after its first part. */
const PLUGIN = /^age1(?!pq1|tag1|tagpq1)[a-z0-9+-]+1/
const HINT =
  'A recipient is an age key (age1…) or the public half of an SSH key, as in id_ed25519.pub. For a file of them there is --recipients-file.'

/**
 * @param where what the person called it: "--to", "line 3 of keys.txt"
 * @throws AppError ARGUMENT_INVALID; what was written is not quoted, since it may be a private key
 */
export function recipientOf(text: string, where: string): string | Recipient {
  const line = text.trim()
  if (looksLikePrivateKey(line) || /AGE-SECRET-KEY-/i.test(line)) {
    throw invalid(`${where} is a private key.`, 'Give its public half, and keep the private one to yourself.')
  }
  try {
    if (line.startsWith('age1')) return ageRecipient(line, where)
    if (/^ssh-(ed25519|rsa)\s/.test(line)) return sshRecipient(line)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    throw invalid(`${where} is not a key that can be used: ${error.message}.`, 'Copy it again, whole.')
  }
  const [kind = ''] = line.split(/\s/, 1)
  if (/^(ecdsa-sha2-|sk-|ssh-dss)/.test(kind)) {
    throw invalid(
      `${where} is an SSH key of a kind that age cannot encrypt to.`,
      'ssh-ed25519 and ssh-rsa keys can be used.',
    )
  }
  throw invalid(`${where} is not a recipient.`, HINT)
}

/**
 * One for each line; empty lines and those that begin with # say nothing.
 * @param name of the file, for messages. @throws AppError ARGUMENT_INVALID
 */
export function recipientsIn(text: string, name: string): readonly string[] {
  const lines = text.split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 }))
  const given = lines.filter(({ line }) => line !== '' && !line.startsWith('#'))
  if (given.length === 0) throw invalid(`${name} names no recipient.`, HINT)
  for (const { line, number } of given) recipientOf(line, `Line ${number} of ${name}`)
  return given.map(({ line }) => line)
}

function sshRecipient(line: string): Recipient {
  const key = readPublicLine(line)
  return key.kind === 'ssh-rsa' ? rsaRecipient(key) : ed25519Recipient(key)
}

function ageRecipient(line: string, where: string): string {
  if (PLUGIN.test(line)) {
    throw invalid(
      `${where} belongs to a plugin of age, which Lamplighter does not run.`,
      'Give a recipient of its own kind as well: an age1… key without a plugin, or an SSH key.',
    )
  }
  try {
    new Encrypter().addRecipient(line)
    return line
  } catch (error) {
    throw new Malformed('a character of it is missing or wrong', { cause: error })
  }
}

function invalid(message: string, hint: string): AppError {
  return new AppError('ARGUMENT_INVALID', message, { hint })
}
