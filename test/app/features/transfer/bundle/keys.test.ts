import { generateKeyPairSync } from 'node:crypto'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { identitiesIn } from '../../../../../app/features/transfer/bundle/identity.ts'
import { recipientOf, recipientsIn } from '../../../../../app/features/transfer/bundle/recipient.ts'
import { concat, toBase64, wireBytes } from '../../../../../app/features/transfer/bundle/ssh-wire.ts'
import { openSshFile, openSshLine, openSshPair } from '../../../../support/openssh.ts'

const AGE = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p' // the one of the specification's examples
const text = (part: string): Uint8Array => new TextEncoder().encode(part)

async function through(recipient: string, file: string): Promise<string> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipientOf(recipient, 'it'))
  const decrypter = new Decrypter()
  for (const identity of await identitiesIn(file, 'key')) decrypter.addIdentity(identity)
  return decrypter.decrypt(await encrypter.encrypt('dusk'), 'text')
}

function failure(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}

describe('a key pair', () => {
  it('opens what was encrypted to it, whatever its kind', async () => {
    for (const type of ['ed25519', 'rsa'] as const) {
      const pair = openSshPair(type)
      expect(await through(pair.line, pair.file)).toBe('dusk')
      expect(await through(pair.line, pair.file.replaceAll('\n', '\r\n'))).toBe('dusk')
    }
    const secret = await generateX25519Identity()
    expect(await through(await identityToRecipient(secret), `# created\n\n${secret}\n`)).toBe('dusk')
  })

  it('opens nothing that was encrypted to another of its kind', async () => {
    for (const type of ['ed25519', 'rsa'] as const) {
      const [one, other] = [openSshPair(type), openSshPair(type)]
      await expect(through(one.line, other.file)).rejects.toThrow(/no identity matched/)
    }
  })
})

describe('recipientOf', () => {
  const rsa = (bits: number): string => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: bits })
    return openSshLine(publicKey)
  }

  it.each([
    ['nothing', '', /is not a recipient/],
    ['a sentence', 'lamp post at dusk', /is not a recipient/],
    ['an age key with a slip in it', AGE.replace('q', 'p'), /missing or wrong/],
    ['an age key that was cut short', AGE.slice(0, -3), /missing or wrong/],
    [
      'a key of a plugin',
      'age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t',
      /plugin/,
    ],
    ['an SSH key that was cut short', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG', /it ends too early/],
    ['an SSH key without its key', 'ssh-ed25519 ', /is not a recipient/],
    ['an SSH key that is no base64', 'ssh-ed25519 ???', /it is not base64/],
    ['a short RSA key', rsa(1024), /1024 bits/],
    ['a key of another kind', 'ecdsa-sha2-nistp256 AAAAE2VjZHNh', /a kind that age cannot encrypt to/],
    ['a key on a security key', 'sk-ssh-ed25519@openssh.com AAAAGnNr', /a kind that age cannot encrypt to/],
    [
      'one kind in the place of another',
      `ssh-rsa ${toBase64(wireBytes(text('ssh-ed25519'), new Uint8Array(32)))}`,
      /says ssh-rsa and holds ssh-ed25519/,
    ],
    ['a point that is none', edLine(2), /no point of the curve/],
    ['a point that hides nothing, of order 1', edLine(1), /no point of the curve/],
    ['a point that hides nothing, of order 4', edLine(0), /no point of the curve/],
    [
      'an RSA key of a size that would take for ever',
      `ssh-rsa ${toBase64(wireBytes(text('ssh-rsa'), Uint8Array.of(1, 0, 1), new Uint8Array(4000).fill(0x7f)))}`,
      /more than 16384/,
    ],
  ])('refuses %s, and quotes nothing of it', (_what, line, message) => {
    const error = failure(() => recipientOf(line, '--to'))
    expect(error).toMatchObject({
      code: 'ARGUMENT_INVALID',
      message: expect.stringMatching(message),
      hint: expect.any(String),
    })
    expect((error as Error).message).toMatch(/^--to /)
    if (line.length > 20) expect(String(error)).not.toContain(line.slice(-12))
  })

  it.each(['AGE-SECRET-KEY-1QQPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', '-----BEGIN OPENSSH PRIVATE KEY-----\nabc'])(
    'refuses a private key without repeating it',
    (line) => {
      const error = failure(() => recipientOf(line, '--to'))
      expect(error).toMatchObject({ code: 'ARGUMENT_INVALID', message: '--to is a private key.' })
    },
  )

  it('reads a list, and names the line that is wrong', () => {
    expect(recipientsIn(`# ada\n${AGE}\r\n\n`, 'keys.txt')).toEqual([AGE])
    expect(failure(() => recipientsIn(`${AGE}\nnonsense`, 'keys.txt'))).toMatchObject({
      message: 'Line 2 of keys.txt is not a recipient.',
    })
    expect(failure(() => recipientsIn('# nobody\n', 'keys.txt'))).toMatchObject({
      message: 'keys.txt names no recipient.',
    })
  })
})

describe('identitiesIn', () => {
  const SECRET = 'AGE-SECRET-KEY-1CANARY0000000000000000000000000000000000000000000000000000'
  const ed = openSshPair('ed25519')
  const swapped = openSshFile(
    concat(wireBytes(text('ssh-ed25519'), new Uint8Array(32), new Uint8Array(64).fill(1), text(''))),
  )

  it.each([
    ['nothing', '', /holds no key/],
    ['comments only', '# nothing here\n', /holds no key/],
    ['a key with a slip in it', SECRET, /missing or wrong/],
    ['a public key', AGE, /holds a public key/],
    ['an SSH public key', ed.line, /holds a public key/],
    ['the identity of a plugin', 'AGE-PLUGIN-YUBIKEY-1CANARY', /plugin/],
    ['something else', 'CANARY', /is not a file of keys/],
    ['an SSH key that was cut short', ed.file.slice(0, 200), /its last line is missing/],
    ['an SSH key with a hole in it', ed.file.replace(/\n.{60}/, '\n'), /.*/],
    ['an SSH key whose halves differ', swapped, /its halves differ/],
    ['an SSH key under a passphrase', openSshFile(new Uint8Array(8), 'aes256-ctr'), /under a passphrase/],
    [
      'an SSH key of another kind',
      openSshFile(wireBytes(text('ecdsa-sha2-nistp256'))),
      /a kind that age does not use/,
    ],
    [
      'a PEM key under a passphrase',
      '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nCANA\n-----END RSA PRIVATE KEY-----',
      /under a passphrase/,
    ],
    [
      'a PEM key that is none',
      '-----BEGIN RSA PRIVATE KEY-----\nMAMCAQA=\n-----END RSA PRIVATE KEY-----',
      /.*/,
    ],
  ])('refuses %s, says what to do, and quotes nothing', async (_what, file, message) => {
    const error: unknown = await identitiesIn(file, '/keys/id').catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      code: 'IDENTITY_NEEDED',
      message: expect.stringMatching(message),
      hint: expect.any(String),
    })
    expect((error as Error).message).toMatch(/^\/keys\/id /)
    expect(`${error} ${String((error as Error).cause)}`).not.toContain('CANARY')
  })
})

/** @param y of the point, which is all that is written of it */
function edLine(y: number): string {
  const point = Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? y : 0))
  return `ssh-ed25519 ${toBase64(wireBytes(text('ssh-ed25519'), point))}`
}
