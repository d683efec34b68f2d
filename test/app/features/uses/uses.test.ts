/** Tokens by use: which login, and what a second ask means. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Secret } from '../../../../app/model/secret.ts'
import { MODEL_ENDPOINT } from '../../../fakes/model-provider.ts'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { credential } from '../../../support/logins.ts'
import { type Booted, HOUR, MemoryMachine, MINUTE } from '../../../support/memory-machine.ts'

const ADA = 'openai-codex:ada@example.test'
const BOB = 'openai-codex:bob@example.test'

let machine: MemoryMachine
let host: Booted

const run = <T>(work: Promise<T>): Promise<T> => machine.run(work)
const config = () => JSON.parse(machine.files.text(FAKE_PATHS.config) ?? '')

/** As a JWT that nobody signed. */
function idToken(name: string, livesMs: number): Secret {
  const claims = { sub: name, exp: Math.floor((machine.clock.now() + livesMs) / 1000) }
  return new Secret(`e30.${btoa(JSON.stringify(claims))}.CANARY`)
}

beforeEach(async () => {
  machine = new MemoryMachine({ keptBy: 'vault' })
  const providers = { 'openai-codex': { tokenEndpoint: MODEL_ENDPOINT } }
  const uses = { [ADA]: ['audience reports', 'git https://git.example.test'] }
  machine.files.put(FAKE_PATHS.config, JSON.stringify({ providers, uses, future: true }))
  const expiresAtMs = machine.clock.now() + HOUR
  const issuedAtMs = machine.clock.now() - 10 * MINUTE
  const ada = {
    access: 'CANARY-access-1',
    refresh: 'CANARY-refresh-1',
    account: { email: 'ada@example.test' },
  }
  await machine.addLogin(
    ADA,
    credential({ ...ada, expiresAtMs, issuedAtMs, idToken: idToken('ada', 20 * MINUTE) }),
  )
  const bob = { access: 'CANARY-bob', refresh: 'CANARY-refresh-bob', account: { email: 'bob@example.test' } }
  await machine.addLogin(BOB, credential({ ...bob, expiresAtMs, issuedAtMs }))
  host = await machine.start(false)
})
afterEach(() => run(host.core.close()))

const handOut = async (more: object = {}, id = ADA) =>
  (await run(host.core.uses.handOut(id, { askedBy: 'test', token: 'access', ...more }))).token.expose()

describe('the uses of a login', () => {
  it('are written to config.json, beside what else is there, and taken out again', async () => {
    const { uses } = host.core
    expect(
      await run(uses.change('bob@example.test', 'registry  https://R.example.test/ below ~/work', true)),
    ).toEqual({
      login: BOB,
      use: 'registry r.example.test below ~/work',
    })
    expect(
      await run(uses.loginFor({ use: ['registry', 'r.example.test'], folder: '/home/ada/work' })),
    ).toEqual({
      profile: BOB,
    })
    expect(
      await run(uses.loginFor({ use: ['registry', 'r.example.test'], folder: '/home/ada' })),
    ).toBeUndefined()
    await run(uses.change(BOB, 'registry r.example.test below ~/work', true))
    expect(config()).toMatchObject({
      future: true,
      uses: { [BOB]: ['registry r.example.test below ~/work'] },
    })
    await run(uses.change(BOB, 'registry r.example.test below ~/work', false))
    expect(config().uses).toEqual({ [ADA]: ['audience reports', 'git https://git.example.test'] })
  })

  it('name a login that is there, and something that can be asked for', async () => {
    const { uses } = host.core
    await expect(run(uses.change('nobody', 'audience x', true))).rejects.toMatchObject({
      code: 'PROFILE_UNKNOWN',
    })
    await expect(run(uses.change(ADA, 'ftp x', true))).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
      message: expect.stringContaining('"ftp" is not a use: git, registry, mail'),
    })
    await expect(run(uses.change(ADA, 'audience x', false))).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
    })
    await expect(run(uses.loginFor({ use: ['constructor'] }))).rejects.toThrow(/is not a use/)
  })

  it('with a remote count in repositories that have it, and in no other', async () => {
    const { uses } = host.core
    await run(uses.change(ADA, 'aws dev', true))
    await run(uses.change(BOB, 'aws dev remote git@git.example.test:work', true))
    expect(config().uses[BOB]).toEqual(['aws dev remote git.example.test/work'])
    const put = (path: string, url: string) =>
      machine.files.put(
        path,
        `[core]\n\turl = https://git.example.test/work/x\n[remote "origin"]\n\turl = ${url}\n`,
      )
    put('/home/ada/tools/.git/config', 'https://ada@git.example.test:8443/work/tools.git')
    put('/home/ada/play/.git/config', 'https://git.example.test/workshop/play.git')
    machine.files.put('/home/ada/tree/.git', 'gitdir: ../tools/.git/worktrees/tree\n')
    machine.files.put('/home/ada/tree/../tools/.git/worktrees/tree/commondir', '/home/ada/tools/.git\n')
    const whoIn = async (folder?: string) =>
      (await run(uses.loginFor({ use: ['aws', 'dev'], ...(folder ? { folder } : {}) })))?.profile
    expect(await whoIn('/home/ada/tools/src/deep')).toBe(BOB)
    expect(await whoIn('/home/ada/tree/src')).toBe(BOB)
    expect(await whoIn('/home/ada/play')).toBe(ADA)
    expect(await whoIn('/home/ada')).toBe(ADA)
    expect(await whoIn()).toBe(ADA)
  })

  it('that two logins share give neither', async () => {
    await run(host.core.uses.change(BOB, 'audience reports', true))
    await expect(run(host.core.uses.loginFor({ use: ['audience', 'reports'] }))).rejects.toThrow(
      `2 logins are for "audience reports": ${ADA} and ${BOB}.`,
    )
  })

  it('that are not understood are named with their place', async () => {
    machine.files.put(FAKE_PATHS.config, JSON.stringify({ uses: { [ADA]: ['git git.example.test'] } }))
    const other = await machine.start(false)
    expect(other.core.overview().problems[0]?.message).toMatch(
      /uses\.openai-codex:ada@example\.test\.0: .*git https:\/\/HOST/,
    )
    await run(other.core.close())
  })
})

describe('a second ask', () => {
  const again = { ask: '4711 reports' }

  it('of the same process for the same thing within seconds brings another token', async () => {
    expect(await handOut(again)).toBe('CANARY-access-1')
    await machine.clock.advance(3_000)
    expect(await handOut(again)).toBe('CANARY-access-2')
    expect(machine.provider.requests).toBe(1)
    const events = (await run(host.core.history({}))).map(({ cause }) => cause)
    expect(events).toContain('refused-early')
  })

  it('means nothing later, by another process, or by one that may ask often', async () => {
    expect(await handOut(again)).toBe('CANARY-access-1')
    expect(await handOut({ ask: '4712 reports' })).toBe('CANARY-access-1')
    expect([await handOut(), await handOut()]).toEqual(['CANARY-access-1', 'CANARY-access-1'])
    await machine.clock.advance(11_000)
    expect(await handOut(again)).toBe('CANARY-access-1')
    expect(machine.provider.requests).toBe(0)
  })

  it('after a refresh that failed is given what is stored', async () => {
    await handOut(again)
    machine.provider.faults.push('lost-before', 'lost-before', 'lost-before')
    expect(await handOut(again)).toBe('CANARY-access-1')
  })

  it('causes no storm, however often a server refuses', async () => {
    for (let i = 0; i < 60; i++) {
      await handOut(again)
      await machine.clock.advance(1_000)
    }
    expect(machine.provider.requests).toBeLessThanOrEqual(3)
  })
})

describe('an id token', () => {
  it('is handed out while it lasts', async () => {
    expect(await handOut({ token: 'id' })).toMatch(/^e30\..*\.CANARY$/)
    expect(machine.provider.requests).toBe(0)
  })

  it('that lapsed is asked for once: a provider that sends no other is not asked again', async () => {
    await machine.clock.advance(20 * MINUTE)
    for (let i = 0; i < 3; i++) {
      await expect(handOut({ token: 'id' })).rejects.toMatchObject({
        code: 'NOT_REFRESHABLE',
        message: expect.stringContaining('has expired'),
      })
    }
    expect(machine.provider.requests).toBe(1)
  })

  it('that is not there is said', async () => {
    await expect(handOut({ token: 'id' }, BOB)).rejects.toMatchObject({
      message: expect.stringContaining('has no id token'),
    })
  })
})
