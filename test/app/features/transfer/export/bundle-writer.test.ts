import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encryptText } from '../../../../../app/features/transfer/bundle/encrypt.ts'
import { HomeMachine } from '../../../../support/home-machine.ts'
import { codex, credential, steady } from '../../../../support/logins.ts'

const PASSPHRASE = 'lamp post at dusk'
const UNDER = { passphrase: PASSPHRASE }

let there: HomeMachine
let here: HomeMachine
let folder: string
let path: string

beforeEach(async () => {
  there = await HomeMachine.make()
  here = await HomeMachine.make()
  folder = await mkdtemp(join(tmpdir(), 'lamplighter-bundle-'))
  path = join(folder, 'logins.age')
  await there.home.writeAgent('main', { 'steady:ada': steady(), 'openai-codex:ada': codex() })
  await there.vault.add({
    id: 'key:one',
    provider: 'openrouter',
    credential: credential({ kind: 'api-key', access: 'CANARY-key' }),
  })
})
afterEach(async () => {
  await Promise.all([there.home.remove(), here.home.remove(), rm(folder, { recursive: true })])
})

const EMPTY = JSON.stringify({ format: 'lamplighter-bundle', version: 1, logins: [] })
const QUICK = 10 // a thousand rounds instead of a quarter of a million

async function encrypted(content: string): Promise<string> {
  const text = await encryptText(content, PASSPHRASE, QUICK)
  await writeFile(path, text)
  return text
}

async function everything(): Promise<readonly string[]> {
  return (await there.scanned()).map(({ id }) => id)
}

describe('a bundle', () => {
  it('brings logins to another machine whole, and leaves out what would fork', async () => {
    const told = await there.transfer.exportTo(path, await everything(), UNDER)
    expect(told.included).toEqual(['key:one', 'steady:ada'])
    expect(told.leftOut).toMatchObject([{ profileId: 'openai-codex:ada', account: 'ada@example.test' }])
    expect(told.leftOut[0]?.why).toContain('accepts each refresh token once')
    const text = await readFile(path, 'utf8')
    expect(text).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/)
    expect(text).not.toContain('CANARY')

    const plan = await here.transfer.plan(path, PASSPHRASE)
    expect(plan.kind).toBe('vault-export')
    expect(plan.rows.map(({ account, verdict }) => [account, verdict])).toEqual([
      ['one', 'new'],
      ['ada@example.test', 'new'],
    ])
    await here.transfer.apply(
      plan.id,
      plan.rows.map(({ id }) => id),
    )
    const held = (await here.vault.scan()).entries.find(({ holder }) => holder.entry === 'steady:ada')
    expect(held?.credential?.accessToken?.expose()).toBe('CANARY-steady-access')
    expect(held?.credential?.refreshToken?.expose()).toBe('CANARY-steady-refresh')
    expect(held?.credential?.account.email).toBe('ada@example.test')
  })

  it('takes a fork along when asked to', async () => {
    const told = await there.transfer.exportTo(path, ['openai-codex:ada'], UNDER, { withForks: true })
    expect(told).toEqual({ included: ['openai-codex:ada'], leftOut: [] })
  })

  it('asks for the passphrase, and says when it is wrong', async () => {
    await encrypted(EMPTY)
    await expect(here.transfer.plan(path)).rejects.toMatchObject({ code: 'PASSPHRASE_NEEDED', path })
    await expect(here.transfer.plan(path, 'something else')).rejects.toMatchObject({
      code: 'PASSPHRASE_NEEDED',
      path,
      message: 'That passphrase does not open the file.',
    })
    expect((await here.transfer.plan(path, PASSPHRASE)).rows).toEqual([])
  })

  it('is not written under a passphrase that protects nothing, or with nothing in it', async () => {
    await expect(there.transfer.exportTo(path, ['key:one'], { passphrase: 'short' })).rejects.toMatchObject({
      code: 'PASSPHRASE_NEEDED',
    })
    await expect(there.transfer.exportTo(path, ['openai-codex:ada'], UNDER)).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
    })
    await expect(there.transfer.exportTo(path, ['nobody'], UNDER)).rejects.toMatchObject({
      code: 'PROFILE_UNKNOWN',
    })
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('is refused when it was cut short or changed', async () => {
    const text = await encrypted(EMPTY)
    const lines = text.trimEnd().split('\n')
    const short = [...lines.slice(0, -2), 'AAAA', ...lines.slice(-1), ''].join('\n')
    for (const broken of [text.slice(0, -40), short, lines.slice(0, 3).join('\n')]) {
      await writeFile(path, broken)
      await expect(here.transfer.plan(path, PASSPHRASE)).rejects.toMatchObject({
        code: 'IMPORT_UNREADABLE',
        message: expect.stringMatching(/damaged or was cut short/),
      })
    }
  })

  it.each([
    ['comes from a newer Lamplighter', '{"format":"lamplighter-bundle","version":2}', /newer Lamplighter/],
    ['has no logins in it', '{"format":"lamplighter-bundle","version":1}', /without logins/],
    ['holds something else', 'CANARY no json', /not a file Lamplighter can import from/],
  ])('is refused when it %s', async (_what, content, message) => {
    await encrypted(content)
    const error: unknown = await here.transfer.plan(path, PASSPHRASE).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'IMPORT_UNREADABLE', message: expect.stringMatching(message) })
    expect(String(error)).not.toContain('CANARY')
  })

  it('brings the logins it understands when one of them it does not', async () => {
    const good = {
      id: 'steady:ada',
      provider: 'steady',
      credential: {
        kind: 'oauth',
        accessToken: 'CANARY-a',
        refreshToken: 'CANARY-r',
        account: {},
        generation: 1,
      },
    }
    const logins = [
      good,
      { ...good, id: 'odd:one', credential: { kind: 'CANARY' } },
      'CANARY',
      { ...good, id: 'a\nb' },
    ]
    await writeFile(path, JSON.stringify({ format: 'lamplighter-bundle', version: 1, from: 'a\nb', logins }))
    const { rows } = await here.transfer.plan(path)
    expect(rows.map(({ verdict }) => verdict).sort()).toEqual([
      'new',
      'unreadable',
      'unreadable',
      'unreadable',
    ])
    expect(JSON.stringify(rows)).not.toContain('CANARY')
  })
})

describe('a bundle for a key', () => {
  let identity: string
  let recipient: string

  beforeEach(async () => {
    const secret = await generateX25519Identity()
    recipient = await identityToRecipient(secret)
    identity = join(folder, 'identity.txt')
    await writeFile(identity, `# created: today\n${secret}\n`)
  })

  it('asks for the key, and names what it is for and the file', async () => {
    await there.transfer.exportTo(path, ['key:one'], { recipients: [recipient] })
    await expect(here.transfer.plan(path)).rejects.toMatchObject({
      code: 'IDENTITY_NEEDED',
      path,
      message: `${path} is encrypted to an age key, not under a passphrase.`,
    })
    expect((await here.transfer.plan(path, undefined, identity)).rows).toHaveLength(1)
  })

  it('asks again, naming the bundle, when the key is the wrong one, no key, or not there', async () => {
    await there.transfer.exportTo(path, ['key:one'], { recipients: [recipient] })
    const other = join(folder, 'other')
    const refused = (message: RegExp) => ({
      code: 'IDENTITY_NEEDED',
      path,
      message: expect.stringMatching(message),
    })
    for (const [content, message] of [
      [await generateX25519Identity(), /other does not open .*which is encrypted to another key/],
      ['CANARY', /other is not a file of keys/],
      ['', /other is empty/],
      ['x'.repeat(300_000), /other is larger than 256 KiB/],
      [EMPTY, /other is not a file of keys/],
      ['age-encryption.org/v1\n-> scrypt', /other is damaged or was cut short/],
      ['age-encryption.org/v1\n-> X25519 a\nb\n--- c', /other is encrypted to another key/],
    ] as const) {
      await writeFile(other, content)
      await expect(here.transfer.plan(path, undefined, other)).rejects.toMatchObject(refused(message))
    }
    await expect(here.transfer.plan(path, undefined, folder)).rejects.toMatchObject(refused(/is a folder/))
    await expect(here.transfer.plan(path, undefined, '/nowhere')).rejects.toMatchObject(
      refused(/is not there/),
    )
  })

  it('opens with a key that is itself under a passphrase', async () => {
    await there.transfer.exportTo(path, ['key:one'], { recipients: [recipient] })
    const locked = join(folder, 'locked.age')
    await writeFile(locked, await encryptText(await readFile(identity, 'utf8'), PASSPHRASE, QUICK))
    await expect(here.transfer.plan(path, undefined, locked)).rejects.toMatchObject({
      code: 'PASSPHRASE_NEEDED',
      path,
      message: `${locked} is protected by a passphrase.`,
    })
    await expect(here.transfer.plan(path, 'a wrong one', locked)).rejects.toMatchObject({
      code: 'PASSPHRASE_NEEDED',
      message: `That passphrase does not open ${locked}.`,
    })
    expect((await here.transfer.plan(path, PASSPHRASE, locked)).rows).toHaveLength(1)
  })

  it('leaves the key alone when the file needs none', async () => {
    await encrypted(EMPTY)
    expect((await here.transfer.plan(path, PASSPHRASE, '/nowhere')).rows).toEqual([])
  })

  it('is not written to nobody, or over a file that is there', async () => {
    await expect(there.transfer.exportTo(path, ['key:one'], { recipients: [] })).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
    })
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' })
    await writeFile(path, 'dear')
    const to = { recipients: [recipient] }
    await expect(there.transfer.exportTo(path, ['key:one'], to)).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
      message: `${path} is there already, and was left as it is.`,
    })
    expect(await readFile(path, 'utf8')).toBe('dear')
    await there.transfer.exportTo(path, ['key:one'], to, { overwrite: true })
    expect((await here.transfer.plan(path, undefined, identity)).rows).toHaveLength(1)
  })
})

describe('names in a bundle', () => {
  const HOSTILE = [
    '../../../../etc/passwd',
    '/etc/passwd',
    'C:\\Windows\\win.ini',
    '..',
    '.',
    '__proto__',
    'constructor',
    'a/b/../../c',
    '%2e%2e%2f',
    '~/.ssh/authorized_keys',
    '\u202egnp.exe',
  ]

  it('are only ever names: none of them becomes a path, and each login comes over under its own', async () => {
    const logins = HOSTILE.map((id, at) => ({
      id,
      provider: 'steady',
      credential: {
        kind: 'oauth',
        accessToken: `CANARY-${at}`,
        account: { email: `${at}@example.test` },
        generation: 1,
      },
    }))
    await writeFile(path, JSON.stringify({ format: 'lamplighter-bundle', version: 1, from: '../..', logins }))
    here.ports.random.fingerprint('') // its key is made on first use
    const before = await filesOf(here)
    const plan = await here.transfer.plan(path)
    expect(await filesOf(here)).toEqual(before)
    const result = await here.transfer.apply(
      plan.id,
      plan.rows.map(({ id }) => id),
    )
    expect(result.troubles).toEqual([])
    expect((await here.vault.scan()).entries.map(({ holder }) => holder.entry).sort()).toEqual(
      [...HOSTILE].sort(),
    )
    const made = (await filesOf(here)).filter((name) => !before.includes(name))
    for (const name of made) expect(name).toMatch(/^(vault\.json|state(\/[\w.-]+)*)$/)
    await here.transfer.undo(result.id)
    expect((await here.vault.scan()).entries).toEqual([])
  })

  async function filesOf({ home }: HomeMachine): Promise<readonly string[]> {
    const names = await readdir(dirname(home.path), { recursive: true })
    return names
      .map((name) => relative(home.path, join(dirname(home.path), name)).replaceAll('\\', '/'))
      .sort()
  }
})
