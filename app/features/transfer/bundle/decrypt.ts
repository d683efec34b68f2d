/** What is in an `age` file, armored or not: opened with a passphrase, age identities or an SSH private key. */
import { armor, Decrypter } from 'age-encryption'
import { AppError } from '../../../base/errors.ts'
import { BINARY, isAge } from './age-header.ts'
import { identitiesIn } from './identity.ts'

/** What age-encryption says when nothing it was given fits a stanza of the header. */
const NO_MATCH = /^no identity matched/
/** What it says of a passphrase that would keep it busy for longer than scrypt's N = 2^20 does, some 4 s and 1 GiB. */
const TOO_MUCH_WORK = /^scrypt work factor is too high/

/** Room for hundreds of recipients; the header is what everything else hangs on. */
const MAX_HEADER_BYTES = 64 * 1024

/** What a person gave to open a file with. */
export interface Opening {
  /** For the file, or for the identity where that is encrypted itself. */
  readonly passphrase?: string
  /** A file of age identities, or an SSH private key. */
  readonly identity?: { readonly path: string; read(): Promise<Uint8Array> }
}

/**
 * @param path of the file, which every failure names for the next try
 * @throws AppError PASSPHRASE_NEEDED and IDENTITY_NEEDED, also when it is the wrong one; IMPORT_UNREADABLE
 */
export async function decryptText(bytes: Uint8Array, opening: Opening, path: string): Promise<string> {
  const file = dearmored(bytes, path)
  const stanzas = stanzasOf(file, path)
  if (stanzas.includes('scrypt')) return underPassphrase(file, opening.passphrase, path, path)
  const { identity } = opening
  if (!identity) {
    throw new AppError(
      'IDENTITY_NEEDED',
      `${path} is encrypted to ${keysIn(stanzas)}, not under a passphrase.`,
      {
        hint: 'Choose the private half: an age identity file, or an SSH private key.',
        path,
      },
    )
  }
  const decrypter = new Decrypter()
  for (const one of await identitiesOf(identity, opening.passphrase, path)) decrypter.addIdentity(one)
  return opened(decrypter, file, path, () => {
    const message = `${identity.path} does not open ${path}, which is encrypted to another key.`
    const hint = `It is for ${keysIn(stanzas)}. Choose the key it was exported to, or export it again to yours.`
    return new AppError('IDENTITY_NEEDED', message, { hint, path })
  })
}

async function identitiesOf(
  identity: NonNullable<Opening['identity']>,
  passphrase: string | undefined,
  path: string,
): ReturnType<typeof identitiesIn> {
  try {
    const bytes = await identity.read()
    const text = isAge(bytes)
      ? await lockedIdentity(dearmored(bytes, identity.path), passphrase, identity.path, path)
      : new TextDecoder().decode(bytes)
    return await identitiesIn(text, identity.path)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // It is the file that asks, so it is the file that the next request names.
    const { message, cause, hint } = error
    const code = error.code === 'PASSPHRASE_NEEDED' ? error.code : 'IDENTITY_NEEDED'
    throw new AppError(code, message, { cause, path, ...(hint === undefined ? {} : { hint }) })
  }
}

/** As `age-keygen | age -p` makes one. */
function lockedIdentity(
  file: Uint8Array,
  passphrase: string | undefined,
  name: string,
  path: string,
): Promise<string> {
  if (stanzasOf(file, name).includes('scrypt')) return underPassphrase(file, passphrase, name, path)
  throw new AppError('IDENTITY_NEEDED', `${name} is encrypted to another key.`, {
    hint: 'Decrypt it with age first, or choose another key.',
  })
}

/** @param name of what is opened, @param path of what the person wants to open with it */
async function underPassphrase(
  file: Uint8Array,
  passphrase: string | undefined,
  name: string,
  path: string,
): Promise<string> {
  if (!passphrase) throw new AppError('PASSPHRASE_NEEDED', `${name} is protected by a passphrase.`, { path })
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  return opened(decrypter, file, name, () => {
    const what = name === path ? 'the file' : name
    return new AppError('PASSPHRASE_NEEDED', `That passphrase does not open ${what}.`, {
      hint: 'Check capitals and spaces, and that it is the right file.',
      path,
    })
  })
}

async function opened(
  decrypter: Decrypter,
  file: Uint8Array,
  path: string,
  noMatch: () => AppError,
): Promise<string> {
  try {
    return await decrypter.decrypt(file, 'text')
  } catch (error) {
    if (!(error instanceof Error)) throw damaged(path, error)
    if (NO_MATCH.test(error.message)) throw noMatch()
    if (TOO_MUCH_WORK.test(error.message)) {
      throw new AppError(
        'IMPORT_UNREADABLE',
        `${path} asks for more work to open it than anybody would wish.`,
        {
          hint: 'Export it again on the other machine; an ordinary one takes a second or two.',
        },
      )
    }
    throw damaged(path, error)
  }
}

function dearmored(bytes: Uint8Array, path: string): Uint8Array {
  const text = new TextDecoder('latin1').decode(bytes)
  if (!text.trimStart().startsWith('-----')) return bytes
  try {
    return armor.decode(text)
  } catch (error) {
    throw damaged(path, error)
  }
}

/** The header is plain text: one stanza for each way to open the file. @throws AppError IMPORT_UNREADABLE */
function stanzasOf(file: Uint8Array, path: string): readonly string[] {
  const start = new TextDecoder('latin1').decode(file.subarray(0, MAX_HEADER_BYTES))
  const [version = ''] = start.split('\n', 1)
  if (version !== BINARY && /^age-encryption\.org\/v\d+$/.test(version)) {
    throw new AppError(
      'IMPORT_UNREADABLE',
      `${path} was written by a newer age, in a format of its own (${version}).`,
      {
        hint: 'Update Lamplighter on this machine and try again.',
      },
    )
  }
  const end = start.indexOf('\n--- ')
  if (version !== BINARY || end < 0) throw damaged(path)
  return start.slice(0, end).match(/(?<=^-> )\S+/gm) ?? []
}

function keysIn(stanzas: readonly string[]): string {
  const names: Readonly<Record<string, string>> = {
    X25519: 'an age key',
    'ssh-ed25519': 'an SSH key (ed25519)',
    'ssh-rsa': 'an SSH key (RSA)',
  }
  const known = [...new Set(stanzas.map((kind) => names[kind]))].filter((name) => name !== undefined)
  return known.join(' and ') || 'a key'
}

function damaged(path: string, cause?: unknown): AppError {
  return new AppError('IMPORT_UNREADABLE', `${path} is damaged or was cut short.`, {
    ...(cause === undefined ? {} : { cause }),
    hint: 'Copy the file again, or export it again on the other machine.',
  })
}
