import { describe, expect, it } from 'vitest'
import type { Credential } from '../../../app/model/credential.ts'
import type { Holder } from '../../../app/model/holder.ts'
import { Secret } from '../../../app/model/secret.ts'
import { opencode } from '../../../app/stores/opencode.ts'
import { readLaws, storeLaws, successorOf } from '../../conformance/store.conformance.ts'
import { START_MS } from '../../fakes/clock.ts'
import { jsonMachine, jsonStoreUnderTest, programFixture } from '../../support/json-files.ts'

const FILE = '/home/ada/.local/share/opencode/auth.json'
const FOUND = programFixture('opencode-1.18.33.json')
const MINUTE = 60_000

const ADA: Credential = {
  kind: 'oauth',
  accessToken: new Secret('CANARY-access-1'),
  refreshToken: new Secret('CANARY-refresh-1'),
  expiresAtMs: 1_800_000_000_000,
  account: { id: 'acc-1' },
  generation: 0,
}

function holderOf(name: string): Holder {
  const entry = `opencode:${name}`
  return { store: 'opencode', id: `opencode:${entry}`, label: `opencode · ${name}`, path: FILE, entry }
}

const underTest = async () =>
  jsonStoreUnderTest({
    make: opencode,
    files: { [FILE]: FOUND },
    holder: holderOf('openai'),
    other: holderOf('xai'),
    credential: ADA,
    at: ['openai'],
  })

storeLaws('opencode', underTest)
readLaws('opencode, read', underTest, ['', '[]', '{"openai":', 'null', '{"openai":7}'])

function machine(text = FOUND) {
  const { ports, store } = jsonMachine({ make: opencode, files: { [FILE]: text } })
  const entry = async (name: string) =>
    (await store.scan()).entries.find((one) => one.holder.id === holderOf(name).id)
  return { ports, store, entry }
}

const lasting = (leftMs: number) => {
  const file = JSON.parse(FOUND)
  for (const name of ['openai', 'xai']) file[name].expires = START_MS + leftMs
  return JSON.stringify(file)
}

describe('auth.json of opencode', () => {
  it('holds logins that are refreshed here, others that only opencode refreshes, and keys', async () => {
    const { store } = machine()
    const { entries } = await store.scan()
    expect(entries.map(({ holder, mode, provider }) => [holder.entry, mode, provider])).toEqual([
      ['opencode:openai', 'shared', 'openai'],
      ['opencode:xai', 'shared', 'xai'],
      ['opencode:github-copilot', 'watched', 'github-copilot'],
      ['opencode:gitlab', 'watched', 'gitlab'],
      ['opencode:anthropic', 'watched', 'anthropic'],
    ])
    expect(entries[2]?.credential).toMatchObject({ kind: 'token' })
    expect(entries[2]?.credential?.expiresAtMs).toBeUndefined()
    expect(entries[4]?.credential).toMatchObject({ kind: 'api-key' })
  })

  it('lies where XDG_DATA_HOME says', async () => {
    const { ports } = machine()
    ports.process.variables['XDG_DATA_HOME'] = '/data'
    expect(opencode(ports).lookedAt).toEqual(['/data/opencode/auth.json'])
  })

  it.each([2 * MINUTE, 3 * MINUTE, 0, -60 * MINUTE])(
    'is left to opencode with %i ms to go: it may be in its own request',
    async (leftMs) => {
      const { store, entry } = machine(lasting(leftMs))
      const found = await entry('openai')
      expect(found).toMatchObject({ mode: 'watched', owner: 'opencode' })
      expect(found?.note).toContain('at your next prompt')
      const held = found?.credential as Credential
      await expect(store.writing.rehearse(holderOf('openai'), held)).rejects.toMatchObject({
        code: 'STORE_READ_ONLY',
      })
    },
  )

  it('takes what was asked for in time, however long the answer took', async () => {
    const { ports, store, entry } = machine(lasting(4 * MINUTE))
    const found = await entry('openai')
    expect(found?.mode).toBe('shared')
    const held = found?.credential as Credential
    await ports.clock.sleep(5 * MINUTE)
    expect(await store.writing.replace(holderOf('openai'), successorOf(held), held)).toBe('written')
  })

  it('is changed in three members of one login, and in no other byte', async () => {
    const { ports, store } = machine()
    const next = successorOf(ADA)
    await store.writing.replace(holderOf('openai'), next, ADA)
    const expected = FOUND.replace('CANARY-refresh-1', 'CANARY-refresh-g1')
      .replace('CANARY-access-1', 'CANARY-access-g1')
      .replace('1800000000000', String(next.expiresAtMs))
    expect(ports.files.text(FILE)).toBe(expected)
  })

  it('is left alone when opencode writes at the last moment', async () => {
    const { ports, store } = machine()
    const theirs = FOUND.replace('CANARY-refresh-1', 'CANARY-theirs')
    const notBefore = async () => ports.files.put(FILE, theirs)
    const written = await store.writing.replace(holderOf('openai'), successorOf(ADA), ADA, { notBefore })
    expect(written).toBe('changed')
    expect(ports.files.text(FILE)).toBe(theirs)
  })

  it('says when a token lapses whose provider does not: the old time would have it refreshed without end', async () => {
    const { ports, store } = machine()
    const { expiresAtMs: _, ...next } = successorOf(ADA)
    await store.writing.replace(holderOf('openai'), { ...next, issuedAtMs: START_MS }, ADA)
    expect(JSON.parse(ports.files.text(FILE) ?? '').openai.expires).toBe(START_MS + 60 * MINUTE)
  })
})
