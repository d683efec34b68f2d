/** `lamplighter token` from a running host without the whole program, and what is left to that. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Secret } from '../../../app/model/secret.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { createVault } from '../../../app/stores/vault/store.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { bundleForNode } from '../../support/bundle.ts'
import { type Ended, killCommands, lamplighter, type Running, runScript } from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'

const HOUR = 3_600_000
const ADA = 'openai-codex:ada@example.test'
const KEY = 'openrouter:default'
const SEALED = 'acme:bob@example.test'
const ODD = 'openrouter:odd'
/** What the short way alone ends with where it leaves the question to the whole program. */
const LEFT = 9

let cli: string
let fast: string
let home: Home
let server: AuthorizationServer
let host: Running | undefined

beforeAll(async () => {
  cli = await bundleForNode('app/cli/main.ts', 'cli')
  fast = await bundleForNode('app/cli/fast-token.ts', 'fast-token')
})

beforeEach(async () => {
  home = await makeHome()
  server = await startAuthorizationServer()
  await home.writeConfig(config())
  await home.writeAgent('main', {
    [ADA]: {
      type: 'oauth',
      provider: 'openai-codex',
      access: 'CANARY-ada',
      refresh: 'CANARY-refresh-ada',
      expires: Date.now() + HOUR,
      email: 'ada@example.test',
    },
    [KEY]: { type: 'api_key', provider: 'openrouter', key: 'CANARY-key' },
    [ODD]: { type: 'api_key', provider: 'openrouter', key: 'CANARY-\u001b[31mé' },
  })
  await addToVault(SEALED, 'CANARY-bob', 'CANARY-refresh-bob', 'bob@example.test', HOUR)
})

afterEach(async () => {
  await killCommands()
  await server.close()
  await home.remove()
  host = undefined
})

async function addToVault(
  id: string,
  access: string,
  refresh: string,
  email: string,
  livesMs: number,
): Promise<void> {
  await createVault(createNodePorts({ label: 'test', env: home.env, logLevel: 'silent' })).add({
    id,
    provider: 'acme',
    credential: {
      kind: 'oauth',
      accessToken: new Secret(access),
      refreshToken: new Secret(refresh),
      expiresAtMs: Date.now() + livesMs,
      account: { email },
      generation: 1,
    },
  })
}

const config = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  providers: {
    acme: { issuer: server.issuer, clientId: server.clientId },
    'openai-codex': { tokenEndpoint: 'http://127.0.0.1:9/token' },
  },
  ...change,
})

async function serve(): Promise<void> {
  host = await lamplighter(home, 'serve')
  await host.printed('Lamplighter serves')
}

const whole = async (...words: readonly string[]): Promise<Ended> => (await lamplighter(home, ...words)).ended

/** The short way alone. */
const quick = (...words: readonly string[]): Promise<Ended> =>
  script('quick', `process.exitCode = ${LEFT}`, words)

/** As the launcher does. */
const launched = (...words: readonly string[]): Promise<Ended> =>
  script('launcher', `await import(${JSON.stringify(cli)})`, words)

async function script(name: string, otherwise: string, words: readonly string[]): Promise<Ended> {
  const path = join(home.path, '..', `${name}.mjs`)
  const lines = [
    `import { fastToken } from ${JSON.stringify(fast)}`,
    `if (!(await fastToken())) ${otherwise}`,
  ]
  writeFileSync(path, lines.join('\n'))
  return runScript(home, path, ...words).ended
}

describe('the short way to a token', () => {
  it('prints what the whole program prints, from a running host', async () => {
    await serve()
    for (const words of [
      [ADA],
      ['ada@example.test'],
      [SEALED],
      [SEALED, '--json'],
      [KEY],
      [KEY, '--json'],
      [ADA, '--for', '30m', '--json'],
      [ODD],
      [ODD, '--json'],
    ]) {
      const answer = await quick('token', ...words)
      expect(answer).toMatchObject({ code: 0, out: expect.stringContaining('CANARY-'), err: '' })
      expect(answer).toEqual(await whole('token', ...words))
    }
  })

  it('answers what another program has stored meanwhile', async () => {
    await serve()
    const { profiles } = await home.readAgent('main')
    await home.writeAgent('main', { ...profiles, [KEY]: { ...profiles[KEY], key: 'CANARY-newer' } })
    await expect.poll(async () => (await quick('token', KEY)).out, { timeout: 20_000 }).toBe('CANARY-newer\n')
  })

  it('leaves everything else to the whole program', async () => {
    await serve()
    for (const words of [
      ['token', 'nobody'],
      ['token', '__proto__'],
      ['token', ADA, '--for', 'soon'],
      ['token', ADA, '--for'],
      ['token', ADA, '--for', '1s', '--for', '1s'],
      ['token', ADA, '--help'],
      ['token', ADA, KEY],
      ['token'],
      ['list'],
    ]) {
      expect([words, await quick(...words)]).toEqual([words, { code: LEFT, out: '', err: '' }])
    }
    expect(await launched('token', 'nobody', '--json')).toEqual(await whole('token', 'nobody', '--json'))
  })

  it('is not taken where no host runs, or the last one was killed', async () => {
    expect(await quick('token', KEY)).toEqual({ code: LEFT, out: '', err: '' })
    expect(await launched('token', KEY)).toEqual({ code: 0, out: 'CANARY-key\n', err: '' })
    await serve()
    host?.child.kill('SIGKILL')
    await host?.ended
    expect(await quick('token', KEY)).toEqual({ code: LEFT, out: '', err: '' })
    expect(await launched('token', KEY)).toEqual({ code: 0, out: 'CANARY-key\n', err: '' })
  })

  it.skipIf(process.platform === 'win32')('does not wait for a host that is stopped', async () => {
    await serve()
    host?.child.kill('SIGSTOP')
    expect(await quick('token', KEY)).toEqual({ code: LEFT, out: '', err: '' })
    host?.child.kill('SIGCONT')
  })

  it('is refused a token for approved programs only, as the whole program is', async () => {
    await home.writeConfig(config({ consumers: { approve: [ADA, SEALED], approved: {} } }))
    await serve()
    for (const name of [ADA, 'ada@example.test', SEALED]) {
      expect(await quick('token', name)).toEqual({ code: LEFT, out: '', err: '' })
      const refused = await launched('token', name)
      expect(refused).toMatchObject({ code: 69, out: '', err: expect.stringContaining('is not approved') })
      expect(refused).toEqual(await whole('token', name))
    }
    expect((await quick('token', KEY)).out).toBe('CANARY-key\n')
  })

  it('is given such a token where the command line is approved', async () => {
    const approved = { [SEALED]: ['lamplighter token'] }
    await home.writeConfig(config({ consumers: { approve: [SEALED], approved } }))
    await serve()
    expect(await quick('token', SEALED)).toEqual({ code: 0, out: 'CANARY-bob\n', err: '' })
  })

  it('leaves a token that has to be refreshed, so that a provider that fails is asked once', async () => {
    const { access_token, refresh_token, account } = await server.mint({ account: 'eve', expiresInSec: 3000 })
    await addToVault('acme:eve', access_token, refresh_token, account.email, 3_000_000)
    await serve()
    expect((await quick('token', 'acme:eve')).out).toBe(`${access_token}\n`)
    server.requests.reset()
    server.fault({ kind: 'server-error', times: 10 })
    expect(await launched('token', 'acme:eve', '--for', '55m')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('has trouble of its own'),
    })
    expect(server.requests.count()).toBe(1)
  })
})
