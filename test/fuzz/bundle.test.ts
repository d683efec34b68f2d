/** Whatever happened to a bundle on its way: words for people, and nothing written anywhere. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { armor, generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../../app/base/errors.ts'
import { printBundle } from '../../app/features/transfer/bundle/bundle-format.ts'
import { encryptText, encryptTo } from '../../app/features/transfer/bundle/encrypt.ts'
import { anyJson, damaged, fuzz } from '../support/fuzz.ts'
import { HomeMachine } from '../support/home-machine.ts'
import { credential } from '../support/logins.ts'

const PASSPHRASE = 'lamp post at dusk'
const QUICK = 4 // sixteen rounds: what is looked for is not in the scrypt
const LOGINS = [
  {
    id: 'steady:ada',
    provider: 'steady',
    account: {},
    credential: credential({ refresh: 'CANARY-refresh' }),
  },
]
const PLAIN = printBundle({ from: 't440', atMs: 1, logins: LOGINS })

let machine: HomeMachine
let folder: string
let path: string
let identity: string
/** The same bundle closed in each way, as bytes of latin1 text. */
let closed: { readonly armored: string; readonly binary: string; readonly passphrase: string }

beforeAll(async () => {
  machine = await HomeMachine.make()
  folder = await mkdtemp(join(tmpdir(), 'lamplighter-hurt-'))
  path = join(folder, 'logins.age')
  identity = join(folder, 'identity.txt')
  const secret = await generateX25519Identity()
  await writeFile(identity, secret)
  const armored = await encryptTo(PLAIN, [await identityToRecipient(secret)])
  const binary = Buffer.from(armor.decode(armored)).toString('latin1')
  closed = { armored, binary, passphrase: await encryptText(PLAIN, PASSPHRASE, QUICK) }
})
afterAll(() => Promise.all([machine.home.remove(), rm(folder, { recursive: true })]))

/** How planning ended. Anything but an AppError, or anything written, fails the test. */
async function planOf(
  content: string | Uint8Array,
  passphrase?: string,
  key: string | undefined = identity,
): Promise<AppError | 'read'> {
  await writeFile(path, typeof content === 'string' ? Buffer.from(content, 'latin1') : content)
  const before = await everything()
  try {
    const plan = await machine.transfer.plan(path, passphrase, key === '' ? undefined : key)
    expect(JSON.stringify(plan)).not.toContain('CANARY')
    return 'read'
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    const { message, hint, cause, path: named = '' } = error as AppError
    expect(`${message} ${named}`).toContain(path)
    expect(`${message} ${hint} ${cause}`).not.toMatch(/CANARY|unexpectedly/)
    return error as AppError
  } finally {
    expect(await everything()).toEqual(before)
  }
}

/** Every file of the machine, its own state included; but locks, which come and go. */
async function everything(): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const entry of await readdir(machine.home.path, { recursive: true, withFileTypes: true })) {
    const name = join(entry.parentPath, entry.name)
    if (entry.isFile() && !name.endsWith('fingerprint.key')) found[name] = await readFile(name, 'latin1')
  }
  return found
}

describe('a bundle that was cut short', () => {
  it.each(['armored', 'binary', 'passphrase'] as const)(
    'is said to be so at every byte of its header, and in its body (%s)',
    async (kind) => {
      const whole = closed[kind]
      expect(await planOf(whole, PASSPHRASE)).toBe('read')
      const header = kind === 'binary' ? whole.indexOf('\n', whole.indexOf('\n---') + 1) + 1 : 400
      const body = [header + 1, header + 15, header + 16, header + 17, whole.length - 40, whole.length - 2]
      for (const length of [...Array(header).keys(), ...body]) {
        const error = await planOf(whole.slice(0, length), PASSPHRASE)
        expect({ length, error }).toMatchObject({
          error: {
            code: 'IMPORT_UNREADABLE',
            message: expect.stringMatching(
              length === 0
                ? /is empty/
                : length < 10
                  ? /not a file Lamplighter can/
                  : /damaged or was cut short/,
            ),
            hint: expect.any(String),
          },
        })
      }
    },
  )
})

describe('a bundle that was cut short in its header', () => {
  it.each(['binary', 'passphrase'] as const)(
    'is said to be so before anybody is asked to open it (%s)',
    async (kind) => {
      const whole =
        kind === 'binary' ? closed.binary : Buffer.from(armor.decode(closed.passphrase)).toString('latin1')
      for (let length = 10; length < whole.indexOf('\n--- '); length++) {
        expect({ length, error: await planOf(whole.slice(0, length), undefined, '') }).toMatchObject({
          error: { code: 'IMPORT_UNREADABLE', message: expect.stringMatching(/damaged or was cut short/) },
        })
      }
    },
  )
})

describe('a bundle that was changed', () => {
  it('is refused in words, and nothing is written, whatever was done to it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('armored', 'binary', 'passphrase').chain((kind) =>
          fc.record({
            hurt: damaged(fc.constant(closed[kind as keyof typeof closed])),
            given: fc.boolean(),
          }),
        ),
        async ({ hurt, given }) => void (await planOf(hurt, given ? PASSPHRASE : undefined)),
      ),
      fuzz(400),
    )
  })

  it('does not open with a single bit changed behind its first line', async () => {
    const { binary } = closed
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 22, max: binary.length - 1 }),
        fc.nat({ max: 7 }),
        async (at, bit) => {
          const bytes = Buffer.from(binary, 'latin1')
          bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
          expect(await planOf(bytes)).toBeInstanceOf(AppError)
        },
      ),
      fuzz(200),
    )
  })

  it('is refused in words, whatever it holds', async () => {
    const keys = [
      'format',
      'version',
      'from',
      'logins',
      'id',
      'provider',
      'credential',
      'accessToken',
      'account',
    ]
    const logins = fc.array(
      fc.oneof(
        anyJson(keys),
        fc.record({ id: fc.string(), provider: fc.string(), credential: anyJson(keys) }),
      ),
      { maxLength: 4 },
    )
    await fc.assert(
      fc.asyncProperty(logins, async (some) => {
        const mark = { format: 'lamplighter-bundle', version: 1, from: 't440' }
        await planOf(Buffer.from(JSON.stringify({ ...mark, logins: some })))
      }),
      fuzz(200),
    )
  })
})

describe('a file that is no bundle', () => {
  it.each([
    ['of a newer age', 'age-encryption.org/v2\n-> X25519 abc\ndef\n--- mac\n', /newer age/],
    ['of another program', '-----BEGIN PGP MESSAGE-----\n\nabc\n', /not a file Lamplighter can import/],
    ['of noise', '\u0000\u00ff\u00fe', /not a file Lamplighter can import/],
  ])('%s is named for what it is', async (_what, content, message) => {
    expect(await planOf(content)).toMatchObject({ message: expect.stringMatching(message) })
  })

  it('of a passphrase that would take for ever is refused at once', async () => {
    const slow = Buffer.from(armor.decode(closed.passphrase)).toString('latin1')
    const asked = slow.replace(/(-> scrypt \S+) \d+/, '$1 30')
    expect(await planOf(asked, PASSPHRASE)).toMatchObject({ message: expect.stringMatching(/more work/) })
  })

  it('of an endless header is refused', async () => {
    const header = `age-encryption.org/v1\n${'-> x y\nAAAA\n'.repeat(20_000)}`
    expect(await planOf(header)).toMatchObject({ message: expect.stringMatching(/damaged or was cut short/) })
  })
})
