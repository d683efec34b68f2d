/** What opens a bundle that is for a key: a file with age's identities, or an SSH private key. */
import { Decrypter, type Identity } from 'age-encryption'
import { AppError } from '../../../base/errors.ts'
import { ed25519Identity } from './ssh-ed25519.ts'
import { looksLikePrivateKey, readPrivateKey } from './ssh-private.ts'
import { rsaIdentity } from './ssh-rsa.ts'
import { Malformed } from './ssh-wire.ts'

const HINT = 'Choose an age identity file (AGE-SECRET-KEY-1…) or an SSH private key, as in ~/.ssh/id_ed25519.'

/** @param name the file's path. @throws AppError IDENTITY_NEEDED; nothing of the file is quoted */
export async function identitiesIn(text: string, name: string): Promise<readonly (string | Identity)[]> {
  try {
    if (looksLikePrivateKey(text)) return [await sshIdentity(text, name)]
    return ageIdentities(text, name)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    throw unusable(`${name} is not a key that can be used: ${error.message}.`, 'Choose a copy that is whole.')
  }
}

async function sshIdentity(text: string, name: string): Promise<Identity> {
  const key = readPrivateKey(text)
  switch (key.kind) {
    case 'ssh-ed25519':
      return ed25519Identity(key)
    case 'ssh-rsa':
      return rsaIdentity(key)
    case 'encrypted':
      throw unusable(
        `${name} is an SSH key under a passphrase, which Lamplighter cannot open.`,
        'Take the passphrase off a copy of it (ssh-keygen -p -f COPY), choose the copy, and delete it afterwards.',
      )
    case 'other':
      throw unusable(`${name} holds a key of a kind that age does not use (${key.name}).`, HINT)
  }
}

/** One for each line, as age-keygen writes them; its comments begin with #. */
function ageIdentities(text: string, name: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim())
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#'))
  for (const key of keys) {
    if (key.startsWith('AGE-PLUGIN-')) {
      throw unusable(`${name} belongs to a plugin of age, which Lamplighter does not run.`, HINT)
    }
    if (/^(age1|ssh-|ecdsa-)/.test(key)) {
      throw unusable(`${name} holds a public key; the private half opens files.`, HINT)
    }
    if (!/^AGE-SECRET-KEY-(PQ-)?1/.test(key)) throw unusable(`${name} is not a file of keys.`, HINT)
    check(key)
  }
  if (keys.length === 0) throw unusable(`${name} holds no key.`, HINT)
  return keys
}

function check(key: string): void {
  try {
    new Decrypter().addIdentity(key)
  } catch {
    throw new Malformed('a character of it is missing or wrong') // its own words could quote the key
  }
}

function unusable(message: string, hint: string): AppError {
  return new AppError('IDENTITY_NEEDED', message, { hint })
}
