import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encryptText } from '../../../app/transfer/age.ts'
import { codex, credential, type Machine, makeMachine, steady } from './machine.ts'

const PASSPHRASE = 'lamp post at dusk'

let there: Machine
let here: Machine
let folder: string
let path: string

beforeEach(async () => {
  there = await makeMachine()
  here = await makeMachine()
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
  return (await there.profiles()).map(({ id }) => id)
}

describe('a bundle', () => {
  it('brings logins to another machine whole, and leaves out what would fork', async () => {
    const told = await there.transfer.exportTo(path, await everything(), PASSPHRASE)
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
  }, 20_000)

  it('takes a fork along when asked to', async () => {
    const told = await there.transfer.exportTo(path, ['openai-codex:ada'], PASSPHRASE, { withForks: true })
    expect(told).toEqual({ included: ['openai-codex:ada'], leftOut: [] })
  }, 20_000)

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
    await expect(there.transfer.exportTo(path, ['key:one'], 'short')).rejects.toMatchObject({
      code: 'PASSPHRASE_NEEDED',
    })
    await expect(there.transfer.exportTo(path, ['openai-codex:ada'], PASSPHRASE)).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
    })
    await expect(there.transfer.exportTo(path, ['nobody'], PASSPHRASE)).rejects.toMatchObject({
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
