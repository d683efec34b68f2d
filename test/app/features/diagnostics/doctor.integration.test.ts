/** The doctor on real homes, at a real provider. */
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Ports } from '../../../../app/base/ports.ts'
import type { Core } from '../../../../app/core.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../../../fakes/authorization-server.ts'
import { type Home, makeHome } from '../../../support/home.ts'
import { HomeMachine, PROFILE } from '../../../support/home-machine.ts'

const posix = process.platform !== 'win32'
const DAY = 86_400_000
const LATER_MS = Date.UTC(2040, 0, 1)

let server: AuthorizationServer
let home: Home
let core: Core | undefined

beforeAll(async () => {
  server = await startAuthorizationServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  home = await makeHome()
  await new HomeMachine(home).seed(server)
})
afterEach(async () => {
  await core?.close()
  core = undefined
  await home.remove()
})

async function examine(change?: (ports: Ports) => Ports) {
  core = await new HomeMachine(home).open(change)
  return core.doctor()
}

/** The findings of one check, worst first told apart by level and words. */
async function found(check: string, change?: (ports: Ports) => Ports) {
  return (await examine(change)).filter((one) => one.check === check)
}

function codex(part: Record<string, unknown> = {}): Record<string, unknown> {
  const tokens = { access: 'CANARY-access-1', refresh: 'CANARY-refresh-1', expires: LATER_MS }
  return { type: 'oauth', provider: 'acme', ...tokens, email: 'eve@example.test', ...part }
}

describe('the doctor', () => {
  it('finds nothing wrong with a healthy home, spends nothing and changes nothing', async () => {
    const findings = await examine()
    expect(findings.filter(({ level }) => level === 'warn' || level === 'bad')).toEqual([])
    expect(findings.map(({ what }) => what)).toContain('The clock agrees with the providers.')
    expect(findings.map(({ what }) => what).join()).toMatch(/answers \(http:\/\/127\.0\.0\.1:\d+, \d+ ms\)/)
    expect(server.requests.count()).toBe(0)
    expect(core?.profile(PROFILE).status.kind).toBe('expired')
  })

  it.runIf(posix)('finds files and folders that others can read, and how to close them', async () => {
    await chmod(join(home.path, 'vault.json'), 0o644)
    await chmod(join(home.path, 'state'), 0o755)
    const file = await home.writeAgent('main', { 'acme:eve': codex() })
    await chmod(file, 0o664)
    const todos = (await found('permissions')).map(({ level, todo }) => [level, todo])
    expect(todos).toEqual(
      expect.arrayContaining([
        ['warn', `Run: chmod 600 '${join(home.path, 'vault.json')}'`],
        ['warn', `Run: chmod 700 '${join(home.path, 'state')}'`],
        ['warn', `Run: chmod 600 '${file}'`],
      ]),
    )
  })

  it('finds a store that is not understood, and one that cannot be written', async () => {
    const file = await home.writeAgent('main', { 'acme:eve': codex() })
    await chmod(file, 0o400)
    await mkdir(dirname(home.agentFile('torn')), { recursive: true })
    await writeFile(home.agentFile('torn'), '{"version": 1, "prof', { mode: 0o600 })
    const findings = await examine()
    expect(findings).toContainEqual(
      expect.objectContaining({
        check: 'stores',
        level: 'bad',
        what: expect.stringContaining(home.agentFile('torn')),
      }),
    )
    expect(findings.map(({ what }) => what).join('\n')).toContain(`${file} cannot be written`)
  })

  it('finds drift and an account that is signed in twice', async () => {
    await home.writeAgent('main', { 'acme:eve': codex() })
    await home.writeAgent('other', {
      'acme:eve': codex({ access: 'CANARY-old', refresh: 'CANARY-old', expires: LATER_MS - DAY }),
    })
    await home.writeAgent('third', { 'acme:again': codex({ access: 'CANARY-b', refresh: 'CANARY-b' }) })
    const findings = await examine()
    expect(findings).toContainEqual(
      expect.objectContaining({
        check: 'drift',
        level: 'warn',
        what: expect.stringContaining(home.agentFile('other')),
      }),
    )
    expect(findings).toContainEqual(
      expect.objectContaining({
        check: 'duplicates',
        level: 'warn',
        what: expect.stringContaining('eve@example.test is signed in'),
      }),
    )
    expect(JSON.stringify(findings)).not.toContain('CANARY')
  })

  it('finds what was begun and not finished', async () => {
    const journal = join(home.path, 'state', 'journal')
    await mkdir(journal, { recursive: true, mode: 0o700 })
    const ticket = {
      version: 1,
      profileId: PROFILE,
      attempt: 1,
      pid: 1,
      startedAt: 'gone',
      hostname: 'elsewhere',
      atMs: 1,
    }
    const put = (name: string, body: unknown) =>
      writeFile(join(journal, name), JSON.stringify(body), { mode: 0o600 })
    await put('aaaaaaaaaaaa.json', { ...ticket, state: 'unknown' })
    await put('bbbbbbbbbbbb.json', { ...ticket, state: 'answered', sealed: 'CANARY' })
    await put('cccccccccccc.json', { ...ticket, state: 'spent' })
    await put('dddddddddddd.json', 'torn')
    const findings = await found('journal')
    expect(findings.map(({ level }) => level).sort()).toEqual(['bad', 'warn', 'warn'])
    expect(JSON.stringify(findings)).not.toContain('CANARY')
  })

  it('finds a configuration that is not understood', async () => {
    await home.writeConfig({ theme: 'pink' })
    expect(await found('configuration')).toMatchObject([
      { level: 'bad', what: expect.stringContaining('theme') },
    ])
  })

  it('names what nobody reads, and what was meant', async () => {
    await home.writeConfig({
      maxConcurent: 4,
      note: 'mine',
      notifications: { quietHour: {} },
      providers: { acme: { issuer: 'https://acme.test', clientID: 'c' } },
    })
    const findings = await found('configuration')
    expect(findings.map(({ level }) => level)).toEqual(['warn', 'warn', 'warn', 'warn'])
    const said = findings.map(({ what }) => what.slice(what.indexOf(': ') + 2))
    expect(said.sort()).toEqual([
      'maxConcurent is not understood; did you mean "maxConcurrent"?',
      'note is not understood',
      'notifications.quietHour is not understood; did you mean "quietHours"?',
      'providers.acme.clientID is not understood; did you mean "clientId"?',
    ])
  })

  it('says nothing of a config.json that everybody may read, and warns of one that others may change', async () => {
    await home.writeConfig({})
    const path = join(home.path, 'config.json')
    await chmod(path, 0o644)
    expect((await found('permissions')).filter(({ what }) => what.includes(path))).toEqual([])
    await chmod(path, 0o664)
    expect(await found('permissions')).toContainEqual(
      expect.objectContaining({ level: 'warn', todo: `Run: chmod go-w '${path}'` }),
    )
  })

  it('finds a key that is gone, and says that no vault opens without it', async () => {
    const { rm } = await import('node:fs/promises')
    const state = join(home.path, 'state')
    for (const name of await readdir(state)) if (name.endsWith('.key')) await rm(join(state, name))
    expect(await found('sealing')).toMatchObject([{ level: 'bad', todo: expect.stringContaining('backup') }])
  })

  it('finds a provider that cannot be reached', async () => {
    await home.writeConfig({
      providers: { acme: { tokenEndpoint: 'http://127.0.0.1:9/token', clientId: 'c' } },
    })
    expect(await found('network')).toMatchObject([
      { level: 'bad', what: expect.stringContaining('cannot be reached') },
    ])
  })

  it.each([
    [DAY, 'ahead of'],
    [-DAY, 'behind'],
  ])('finds a clock that is wrong by %d ms', async (byMs, word) => {
    const wrong = (ports: Ports): Ports => ({
      ...ports,
      clock: { ...ports.clock, now: () => Date.now() + byMs },
    })
    expect(await found('network', wrong)).toContainEqual(
      expect.objectContaining({ level: 'warn', what: expect.stringContaining(`24 h ${word}`) }),
    )
  })

  it('says who keeps the schedule', async () => {
    const host = await new HomeMachine(home).open()
    await host.close()
    expect(await found('schedule')).toMatchObject([{ level: 'note' }])
  })
})
