/** The shortcut answers as the whole program does, or leaves it to it. */
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lamplighter } from '../../../app/cli/program.ts'
import { shortcut } from '../../../app/cli/shortcut.ts'
import { createJournal } from '../../../app/engine/journal/journal.ts'
import { Secret } from '../../../app/model/secret.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { type Home, makeHome } from '../../support/home.ts'

const MINUTE = 60_000
const ADA = 'openai-codex:ada@example.test'
const KEY = 'openrouter:default'

let home: Home
const index = (): string => join(home.path, 'state', 'shortcuts.json')

/** An hour of life, unless `change` says otherwise. */
function codex(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'oauth',
    provider: 'openai-codex',
    access: 'CANARY-access',
    refresh: 'CANARY-refresh',
    expires: Date.now() + 60 * MINUTE,
    email: 'ada@example.test',
    ...change,
  }
}

const key = { type: 'api_key', provider: 'openrouter', key: 'CANARY-key' }

beforeEach(async () => {
  home = await makeHome()
  await home.writeConfig({ providers: { 'openai-codex': { tokenEndpoint: 'http://127.0.0.1:9/token' } } })
  await home.writeAgent('main', { [ADA]: codex(), [KEY]: key })
  settle(home.path)
  settle(home.openclaw)
  await whole(['token', KEY]) // makes the folders of our own
  settle(home.path)
  await whole(['token', KEY])
})
afterEach(() => home.remove())

/** As if nobody had written anything for a while. */
function settle(path: string): void {
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) settle(join(path, name))
  const then = Date.now() / 1000 - 60
  utimesSync(path, then, then)
}

async function whole(argv: readonly string[]): Promise<{ code: number; out: string }> {
  const out: string[] = []
  const io = {
    out: (line: string) => void out.push(line),
    err: () => undefined,
    lines: async function* () {
      yield* []
    },
    now: () => Date.now(),
    onInterrupt: () => undefined,
  }
  const portsFor = (label: string) => createNodePorts({ label, env: home.env, logLevel: 'silent' })
  return { code: await lamplighter(argv, { io, portsFor }), out: out.join('\n') }
}

const quick = (...argv: readonly string[]): string | undefined => shortcut(argv, home.env, Date.now())

async function expectTheSame(...argv: readonly string[]): Promise<void> {
  const line = quick(...argv)
  expect(line).toBeDefined()
  expect(await whole(argv)).toEqual({ code: 0, out: line })
}

describe('the shortcut to a token', () => {
  it.each([
    ['by its id', ['token', ADA]],
    ['by its account', ['token', 'ada@example.test']],
    ['that does not lapse', ['token', KEY]],
    ['as JSON', ['token', ADA, '--json']],
    ['as JSON that does not lapse', ['token', KEY, '--json']],
    ['that has to last', ['token', ADA, '--for', '30m', '--json']],
  ])('prints one %s as the whole program does', async (_, argv) => {
    await expectTheSame(...argv)
  })

  it.each([
    ['a name that nobody bears', ['token', 'nobody']],
    ['a name of the object itself', ['token', '__proto__']],
    ['more time than is left', ['token', ADA, '--for', '2h']],
    ['a length of time that is none', ['token', ADA, '--for', 'soon']],
    ['a length of time that is missing', ['token', ADA, '--for']],
    ['another command', ['list']],
    ['a flag it does not know', ['token', ADA, '--help']],
    ['two names', ['token', ADA, KEY]],
    ['no name', ['token']],
  ])('leaves %s to the whole program', (_, argv) => {
    expect(quick(...argv)).toBeUndefined()
  })

  it.each<[string, () => unknown]>([
    ['the file was replaced', () => home.writeAgent('main', { [ADA]: codex({ access: 'CANARY-other' }) })],
    ['the file was touched', () => utimesSync(home.agentFile('main'), new Date(), new Date())],
    ['the file is gone', () => rmSync(home.agentFile('main'))],
    ['the file may no longer be written', () => chmodSync(home.agentFile('main'), 0o400)],
    ['an agent more is there', () => home.writeAgent('ops', { [ADA]: codex({ access: 'CANARY-ops' }) })],
    ['a database is there', () => writeFileSync(database(), 'x'.repeat(600))],
    ['OpenClaw is configured', () => writeFileSync(join(home.openclaw, 'openclaw.json'), '{}')],
    ['our configuration changed', () => home.writeConfig({ providers: {} })],
    ['somebody reported a refusal', () => writeFileSync(join(home.path, 'state', 'beliefs.json'), '{}')],
    ['something is in our vault', () => writeFileSync(join(home.path, 'vault.json'), '{}')],
    ['the index is damaged', () => writeFileSync(index(), readFileSync(index(), 'utf8').slice(0, 90))],
    ['the index is of another version', () => edit({ version: 2 })],
    ['the index is of another program', () => edit({ program: '99.0.0' })],
    ['the clock was set back', () => edit({ lookedAtMs: Date.now() + MINUTE })],
    ['the index is gone', () => rmSync(index())],
    ['the index may be written by others', () => chmodSync(index(), 0o666)],
    ['the index was made with our configuration elsewhere', () => forgetFile('config.json')],
    ['the index was made with our vault elsewhere', () => forgetFile('vault.json')],
    ['the file was changed in place, and its time set back', () => changeUnseen()],
    ['OpenClaw is elsewhere', () => Object.assign(home.env, { OPENCLAW_STATE_DIR: home.path })],
    ['our home is elsewhere', () => Object.assign(home.env, { LAMPLIGHTER_HOME: home.openclaw })],
    ['a test did not say where its home is', () => delete home.env['LAMPLIGHTER_HOME']],
  ])('is not taken once %s', async (_, change) => {
    expect(quick('token', ADA)).toBeDefined()
    await change()
    expect(quick('token', ADA)).toBeUndefined()
  })

  it('is there again, with what is new, after the whole program has looked', async () => {
    await home.writeAgent('main', { [ADA]: codex({ access: 'CANARY-newer' }) })
    settle(home.openclaw)
    expect(await whole(['token', ADA])).toEqual({ code: 0, out: 'CANARY-newer' })
    expect(quick('token', ADA)).toBe('CANARY-newer')
    await expectTheSame('token', ADA, '--json')
  })

  it('is not made from a file so young that its next change might not show', async () => {
    await home.writeAgent('main', { [ADA]: codex({ access: 'CANARY-young' }) })
    const soon = Date.now() / 1000 + 2 // a slow machine takes a while to begin its look
    utimesSync(home.agentFile('main'), soon, soon)
    await whole(['token', ADA])
    expect(quick('token', ADA)).toBeUndefined()
  })

  it('is made from a file that is of tomorrow by another clock', async () => {
    await home.writeAgent('main', { [ADA]: codex({ access: 'CANARY-ahead' }) })
    const ahead = Date.now() / 1000 + 24 * 3600
    utimesSync(home.agentFile('main'), ahead, ahead)
    await whole(['token', ADA])
    expect(quick('token', ADA)).toBe('CANARY-ahead')
    await home.writeAgent('main', { [ADA]: codex({ access: 'CANARY-later' }) })
    expect(quick('token', ADA)).toBeUndefined()
  })

  it('is not taken for a token that lapsed meanwhile', () => {
    expect(shortcut(['token', ADA], home.env, Date.now() + 61 * MINUTE)).toBeUndefined()
  })

  it('is not made for a name that two logins bear', async () => {
    const other = { ...codex({ access: 'CANARY-second' }), provider: 'xai' }
    await home.writeAgent('main', { [ADA]: codex(), 'xai:ada@example.test': other })
    settle(home.openclaw)
    await whole(['token', ADA])
    expect(quick('token', 'ada@example.test')).toBeUndefined()
    await expectTheSame('token', 'xai:ada@example.test')
  })

  it('is not made for tokens of a provider whose word is doubted', async () => {
    const about = { longestLifeMs: 30 * MINUTE, atMs: Date.now() }
    const beliefs = { version: 1, providers: { 'openai-codex': about }, refused: {} }
    writeFileSync(join(home.path, 'state', 'beliefs.json'), JSON.stringify(beliefs))
    settle(home.path)
    await whole(['token', KEY])
    expect(quick('token', ADA)).toBeUndefined()
    expect(quick('token', KEY)).toBe('CANARY-key')
  })

  it.each([ADA, 'ada@example.test'])(
    'is not made for tokens that only approved programs may have: %s',
    async (name) => {
      await home.writeConfig({ consumers: { approve: [name] } })
      settle(home.path)
      await whole(['token', KEY])
      expect(quick('token', ADA)).toBeUndefined()
      expect(quick('token', KEY)).toBe('CANARY-key')
    },
  )

  it('is not made for tokens that the journal has newer ones of', async () => {
    const store = home.agentFile('main')
    await home.writeAgent('main', { [ADA]: codex(), [KEY]: key })
    const ports = createNodePorts({ label: 'test', env: home.env, logLevel: 'silent' })
    const journal = createJournal(ports)
    const grant = ports.random.fingerprint('CANARY-refresh')
    await journal.claim(grant, ADA, 1)
    const next = {
      kind: 'oauth',
      accessToken: new Secret('CANARY-newest'),
      refreshToken: new Secret('CANARY-refresh-newest'),
      expiresAtMs: Date.now() + 60 * MINUTE,
      account: { email: 'ada@example.test' },
      generation: 2,
    } as const
    const holder = {
      store: 'openclaw',
      id: `openclaw:${store}#${ADA}`,
      label: 'main',
      path: store,
      entry: ADA,
    } as const
    const successor = ports.random.fingerprint('CANARY-refresh-newest')
    const flushing = await journal.answered(grant, {
      successor,
      next,
      key: await journal.prepare(),
      home: { provider: 'openai-codex', holders: [holder] },
    })
    await flushing()
    settle(home.path)
    settle(home.openclaw)
    expect(await whole(['token', ADA])).toEqual({ code: 0, out: 'CANARY-newest' })
    expect(await whole(['token', KEY])).toEqual({ code: 0, out: 'CANARY-key' })
    expect(quick('token', KEY)).toBe('CANARY-key')
    expect(quick('token', ADA)).toBeUndefined()
  })

  it('holds no secret', () => {
    expect(readFileSync(index(), 'utf8')).toContain(ADA)
    expect(readFileSync(index(), 'utf8')).not.toContain('CANARY')
  })
})

function database(): string {
  return join(home.openclaw, 'agents', 'main', 'agent', 'openclaw-agent.sqlite')
}

/** In place, of the same length, and as old as before to whoever asks for its time only. */
function changeUnseen(): void {
  const path = home.agentFile('main')
  const { atime, mtime } = statSync(path)
  writeFileSync(path, readFileSync(path, 'utf8').replace('CANARY-access', 'CANARY-acces2'))
  utimesSync(path, atime, mtime)
}

function forgetFile(name: string): void {
  const { files } = JSON.parse(readFileSync(index(), 'utf8'))
  const { [join(home.path, name)]: looks, ...others } = files
  expect(looks).toBeDefined()
  edit({ files: { ...others, [join(home.path, 'elsewhere', name)]: 'absent' } })
}

function edit(change: Record<string, unknown>): void {
  writeFileSync(index(), JSON.stringify({ ...JSON.parse(readFileSync(index(), 'utf8')), ...change }))
}
