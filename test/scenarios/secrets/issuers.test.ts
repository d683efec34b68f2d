/** Tokens go only to the server they were issued by, however the provider's endpoint comes to be another one. */
import { describe, expect, it } from 'vitest'
import type { HttpReply, HttpRequest } from '../../../app/base/ports.ts'
import { STOCK } from '../../../app/providers/providers.ts'
import { MODEL_ENDPOINT } from '../../fakes/model-provider.ts'
import { FAKE_PATHS } from '../../fakes/ports.ts'
import { type Booted, HOUR, MemoryMachine, PROFILE, STORES } from '../../support/memory-machine.ts'

const THIEF = 'https://thief.test/token'
const ISSUER = 'https://issuer.test'

/** A machine whose login was refreshed once, so that its server is known; and whatever reaches the thief from then on. */
async function refreshedOnce(
  machine: MemoryMachine,
): Promise<{ readonly booted: Booted; readonly stolen: HttpRequest[] }> {
  await machine.seed()
  const booted = await machine.start(false)
  const stolen: HttpRequest[] = []
  booted.ports.http.always(THIEF, (request) => {
    stolen.push(request)
    return json({ access_token: 'CANARY-of-the-thief', refresh_token: 'CANARY-thief', expires_in: 3600 })
  })
  const { kind } = await machine.run(booted.core.refresh(PROFILE))
  expect(kind).toBe('refreshed')
  return { booted, stolen }
}

function json(body: unknown): Partial<HttpReply> {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

function configure(machine: MemoryMachine, providers: Record<string, unknown>): void {
  machine.files.put(FAKE_PATHS.config, JSON.stringify({ providers }))
}

/** Another process reads config.json anew. */
async function restarted(machine: MemoryMachine, before: Booted, stolen: HttpRequest[]): Promise<Booted> {
  await machine.run(before.core.close())
  const next = await machine.start(false)
  next.ports.http.always(THIEF, (request) => {
    stolen.push(request)
    return json({ access_token: 'CANARY-of-the-thief', expires_in: 3600 })
  })
  return next
}

const refused = {
  kind: 'failed',
  cause: 'client-rejected',
  message: expect.stringMatching(`made at .*, and .* is at ${THIEF} now.*lamplighter provider trust`),
}

describe.each(STORES)('a login in %s whose server is known', (keptBy) => {
  it.each([
    ['the token endpoint in config.json', { 'openai-codex': { tokenEndpoint: THIEF } }],
    ['an alias in config.json', { openai: { tokenEndpoint: THIEF } }],
    ['the issuer in config.json', { 'openai-codex': { issuer: 'https://thief.test' } }],
  ])('is not sent to another one after a change of %s', async (_, providers) => {
    const machine = new MemoryMachine({ keptBy })
    const { booted, stolen } = await refreshedOnce(machine)
    configure(machine, providers)
    const next = await restarted(machine, booted, stolen)
    next.ports.http.always('https://thief.test/.well-known/openid-configuration', () =>
      json({ issuer: 'https://thief.test', token_endpoint: THIEF }),
    )
    const before = await machine.stored()
    expect(await machine.run(next.core.refresh(PROFILE))).toMatchObject(refused)
    expect(stolen).toEqual([])
    expect(await machine.stored()).toBe(before)
    expect(next.core.profile(PROFILE).status).toMatchObject({
      failure: { code: 'PROVIDER_CHANGED' },
    })
  })

  it('is not sent by the schedule either', async () => {
    const machine = new MemoryMachine({ keptBy })
    const { booted, stolen } = await refreshedOnce(machine)
    configure(machine, { 'openai-codex': { tokenEndpoint: THIEF } })
    const next = await restarted(machine, booted, stolen)
    await machine.run(next.core.close())
    const host = await machine.start(true)
    host.ports.http.always(THIEF, (request) => {
      stolen.push(request)
      return json({ access_token: 'CANARY-of-the-thief' })
    })
    await machine.clock.advance(3 * HOUR)
    expect(stolen).toEqual([])
    await machine.run(host.core.close())
  })

  it('is renewed again as soon as config.json is right again, and not an hour later', async () => {
    const machine = new MemoryMachine({ keptBy })
    const { booted, stolen } = await refreshedOnce(machine)
    const right = machine.files.text(FAKE_PATHS.config)
    configure(machine, { 'openai-codex': { tokenEndpoint: THIEF } })
    const host = await restarted(machine, booted, stolen).then(async ({ core }) => {
      await machine.run(core.close())
      return machine.start(true)
    })
    const { accessExpiresAtMs = 0 } = host.core.profile(PROFILE)
    await machine.clock.advance(accessExpiresAtMs - machine.clock.now())
    expect(host.core.profile(PROFILE).status).toMatchObject({ failure: { code: 'PROVIDER_CHANGED' } })
    machine.files.put(FAKE_PATHS.config, right ?? '{}')
    await machine.clock.advance(60_000)
    expect(host.core.profile(PROFILE).status).toMatchObject({ kind: 'fresh' })
    await machine.run(host.core.close())
  })

  it('goes on when the file that knows it cannot be understood only once somebody has looked', async () => {
    const machine = new MemoryMachine({ keptBy })
    const { booted } = await refreshedOnce(machine)
    machine.files.put(`${FAKE_PATHS.state}/issuers.json`, '{"version":1,"logins":')
    expect(await machine.run(booted.core.refresh(PROFILE))).toMatchObject({
      kind: 'retrying',
      message: expect.stringContaining('issuers.json'),
    })
    machine.files.delete(`${FAKE_PATHS.state}/issuers.json`)
    expect(await machine.run(booted.core.refresh(PROFILE))).toMatchObject({ kind: 'refreshed' })
  })
})

describe('a changed endpoint', () => {
  it('counts once a person has accepted it, for the logins that were shown', async () => {
    const machine = new MemoryMachine({ keptBy: 'vault' })
    const { booted, stolen } = await refreshedOnce(machine)
    configure(machine, { 'openai-codex': { tokenEndpoint: THIEF } })
    const { core } = await restarted(machine, booted, stolen)
    await machine.run(core.refresh(PROFILE))
    const change = {
      profileId: PROFILE,
      account: 'ada@example.test',
      was: MODEL_ENDPOINT,
      now: THIEF,
    }
    expect(await machine.run(core.issuerChanges('openai-codex'))).toEqual([change])
    expect(stolen).toEqual([])
    await machine.run(core.issuerChanges('openai-codex', true))
    expect(await machine.run(core.issuerChanges('openai-codex'))).toEqual([])
    expect(await machine.run(core.refresh(PROFILE))).toMatchObject({ kind: 'refreshed' })
    expect(stolen).toHaveLength(1)
  })
})

it('still knows the server after another program has refreshed the login', async () => {
  const machine = new MemoryMachine()
  const { booted, stolen } = await refreshedOnce(machine)
  const { access, refresh } = machine.provider.exchangeDirectly()
  machine.write({ access, refresh, expires: machine.clock.now() + HOUR })
  machine.write({ access, refresh, expires: machine.clock.now() + HOUR }, 'research')
  configure(machine, { 'openai-codex': { tokenEndpoint: THIEF } })
  const next = await restarted(machine, booted, stolen)
  expect(await machine.run(next.core.refresh(PROFILE))).toMatchObject(refused)
  expect(stolen).toEqual([])
})

it('is not sent to another server because its file calls the provider by another name', async () => {
  const machine = new MemoryMachine({ agents: ['main'] })
  const { booted, stolen } = await refreshedOnce(machine)
  const renamed = machine.files
    .text(machine.fileOf('main'))
    ?.replace('"provider": "openai-codex"', '"provider": "acme"')
  machine.files.put(machine.fileOf('main'), renamed ?? '')
  configure(machine, { acme: { tokenEndpoint: THIEF, clientId: 'client-1' } })
  const next = await restarted(machine, booted, stolen)
  expect(await machine.run(next.core.refresh(PROFILE))).toMatchObject(refused)
  expect(stolen).toEqual([])
})

describe('an issuer that names another token endpoint', () => {
  /** Discovery is asked again once a day, so each of these is another process. */
  async function discovering(): Promise<{
    readonly machine: MemoryMachine
    readonly names: (endpoint: string) => Promise<Booted>
  }> {
    const machine = new MemoryMachine({ keptBy: 'vault' })
    configure(machine, { 'openai-codex': { issuer: ISSUER, clientId: 'client-1' } })
    await machine.seed()
    return {
      machine,
      async names(endpoint) {
        const booted = await machine.start(false)
        booted.ports.http.always(`${ISSUER}/.well-known/openid-configuration`, () =>
          json({ issuer: ISSUER, token_endpoint: endpoint }),
        )
        const answer = booted.ports.http
        for (const url of [
          `${ISSUER}/token`,
          `${ISSUER}/v2/token`,
          'https://tokens.test/a',
          'https://tokens.test/b',
        ])
          answer.always(url, () => json({ access_token: `CANARY-${url}`, expires_in: 1 }))
        return booted
      },
    }
  }

  it.each([
    [`${ISSUER}/token`, `${ISSUER}/v2/token`, 'refreshed'],
    ['https://tokens.test/a', 'https://tokens.test/b', 'refreshed'],
    ['https://tokens.test/a', `${ISSUER}/token`, 'refreshed'],
    [`${ISSUER}/token`, 'https://tokens.test/a', 'failed'],
  ])('%s, then %s: %s', async (first, second, kind) => {
    const { machine, names } = await discovering()
    const before = await names(first)
    expect(await machine.run(before.core.refresh(PROFILE))).toMatchObject({ kind: 'refreshed' })
    await machine.run(before.core.close())
    await machine.clock.advance(HOUR)
    const after = await names(second)
    expect((await machine.run(after.core.refresh(PROFILE))).kind).toBe(kind)
  })
})

it('no variable of the environment changes where tokens are sent', async () => {
  const names = STOCK.flatMap(({ clientIdEnv = [], clientSecretEnv = [] }) => [
    ...clientIdEnv,
    ...clientSecretEnv,
  ])
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => !/CLIENT_(?:ID|SECRET)$/.test(name))).toEqual([])
})
