import { describe, expect, it } from 'vitest'
import type { CommandEnd, CommandOptions } from '../../../../app/base/ports.ts'
import { Secret } from '../../../../app/model/secret.ts'
import { codex } from '../../../../app/stores/codex/codex.ts'
import { readLaws } from '../../../conformance/store.conformance.ts'
import { QuickClock } from '../../../fakes/clock.ts'
import { FakeCommands } from '../../../fakes/commands.ts'
import { createFakePorts } from '../../../fakes/ports.ts'

const FILE = '/home/ada/.codex/auth.json'
const HOUR = 60 * 60_000

function jwt(claims: Record<string, unknown>): string {
  return `CANARYh.${btoa(JSON.stringify(claims)).replaceAll('=', '')}.CANARYs`
}

function authJson(endsAtMs: number, refresh = 'rt_CANARY1'): string {
  const tokens = {
    id_token: jwt({ email: 'ada@example.test' }),
    access_token: jwt({ exp: endsAtMs / 1000 }),
    refresh_token: refresh,
    account_id: 'acc-1',
  }
  return JSON.stringify({ auth_mode: 'chatgpt', OPENAI_API_KEY: null, tokens }, null, 2)
}

class CodexHere extends FakeCommands {
  readonly asked: string[] = []
  waitedFor: string | undefined
  end: CommandEnd = { code: 0, output: '' }

  override async run(
    words: readonly string[],
    { input, inputEndsAfter }: CommandOptions,
  ): Promise<CommandEnd> {
    this.waitedFor = inputEndsAfter
    const methods = input
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).method)
    this.asked.push([...words, ...methods].join(' '))
    return this.end
  }
}

function machine(leftMs = 24 * HOUR) {
  const commands = new CodexHere()
  const ports = createFakePorts({ commands, clock: new QuickClock() })
  const endsAtMs = Math.floor((ports.clock.now() + leftMs) / 1000) * 1000
  ports.files.put(FILE, authJson(endsAtMs))
  return { ports, commands, store: codex(ports), endsAtMs }
}

readLaws('Codex', async () => {
  const { ports, store, endsAtMs } = machine()
  return {
    store,
    holder: {
      store: 'codex',
      id: 'codex:codex:chatgpt',
      label: 'Codex',
      path: FILE,
      entry: 'codex:chatgpt',
    },
    credential: {
      kind: 'oauth',
      accessToken: new Secret(jwt({ exp: endsAtMs / 1000 })),
      refreshToken: new Secret('rt_CANARY1'),
      expiresAtMs: endsAtMs,
      account: { id: 'acc-1', email: 'ada@example.test' },
      generation: 0,
    },
    text: async () => ports.files.text(FILE),
    write: async (text) => ports.files.put(FILE, text),
    remove: async () => ports.files.delete(FILE),
  }
}, ['', '[]', '{"tokens":', 'null'])

describe('auth.json', () => {
  it('ends when its access token says', async () => {
    const { store, endsAtMs } = machine()
    const [entry] = (await store.scan()).entries
    expect(entry).toMatchObject({ mode: 'delegated', provider: 'openai-codex', owner: 'Codex' })
    expect(entry?.credential?.expiresAtMs).toBe(endsAtMs)
    expect(entry?.account).toEqual({ id: 'acc-1', email: 'ada@example.test' })
  })

  it('may hold an API key, which never expires', async () => {
    const { ports, store } = machine()
    ports.files.put(FILE, JSON.stringify({ auth_mode: 'apikey', OPENAI_API_KEY: 'sk-CANARY' }))
    const [entry] = (await store.scan()).entries
    expect(entry?.credential).toMatchObject({ kind: 'api-key' })
  })
})

describe("Codex's login that is not in auth.json", () => {
  it.each([
    ['cli_auth_credentials_store = "keyring"\n', 1],
    ['model = "x"\n  cli_auth_credentials_store="auto" # since then\n', 1],
    ['# cli_auth_credentials_store = "keyring"\n', 0],
    ['cli_auth_credentials_store = "file"\n', 0],
  ])('is told to be in the keyring by config.toml: %j', async (config, logins) => {
    const { ports, store } = machine()
    ports.keychain.asks = true
    ports.files.delete(FILE)
    ports.files.put('/home/ada/.codex/config.toml', config)
    const { entries } = await store.scan()
    expect(entries).toHaveLength(logins)
    for (const entry of entries)
      expect(entry).toMatchObject({ mode: 'watched', holder: { entry: 'codex:chatgpt' } })
  })

  it('is not asked for where it has nothing to refresh with', async () => {
    const { ports, store, endsAtMs } = machine()
    ports.files.put(FILE, authJson(endsAtMs, ''))
    expect((await store.scan()).entries.map(({ mode }) => mode)).toEqual(['watched'])
  })

  it('is signed in anew by a command that says what it costs', async () => {
    const { store } = machine()
    const [entry] = (await store.scan()).entries
    expect(entry && store.login?.command(entry)).toEqual(['codex', 'login'])
    expect(store.login?.warning).toContain('before anybody has signed in')
  })
})

describe('a refresh that Codex is asked for', () => {
  const holderIn = async ({ store }: ReturnType<typeof machine>) => {
    const [entry] = (await store.scan()).entries
    if (!entry || !store.delegation) throw new Error('no login to ask for')
    return { holder: entry.holder, delegation: store.delegation }
  }

  it('is one request while more than five minutes are left', async () => {
    const here = machine()
    const { holder, delegation } = await holderIn(here)
    await delegation.refresh(holder, new AbortController().signal)
    expect(here.commands.asked).toEqual(['codex app-server initialize initialized getAuthStatus'])
    expect(here.commands.waitedFor).toBe('"id":1,') // it drops what it has not begun when its input ends
  })

  it('is left to its start when less is left, which refreshes by itself', async () => {
    for (const leftMs of [4 * 60_000, -HOUR]) {
      const here = machine(leftMs)
      const { holder, delegation } = await holderIn(here)
      await delegation.refresh(holder, new AbortController().signal)
      expect(here.commands.asked).toEqual(['codex app-server initialize initialized'])
      expect(here.commands.waitedFor).toBe('"id":0,')
    }
  })

  it('says when Codex is not there', async () => {
    const here = machine()
    here.commands.end = { output: '', why: 'is not there' }
    const { holder, delegation } = await holderIn(here)
    await expect(delegation.refresh(holder, new AbortController().signal)).rejects.toMatchObject({
      code: 'NOT_REFRESHABLE',
      message: 'Codex could not be asked to renew its login: codex is not there.',
    })
  })
})
