/** A machine that means harm: what it answers, what it asks, what it is told. */
import { afterEach, describe, expect, it } from 'vitest'
import type { HttpRequest } from '../../../app/base/ports.ts'
import type { Way } from '../../../app/contract/nodes.ts'
import { sealingKeyOf } from '../../../app/features/nodes/move/one-time-key.ts'
import { connectPeer, type Peer, type RpcHandler } from '../../../app/rpc/peer.ts'
import { MODEL_ENDPOINT } from '../../fakes/model-provider.ts'
import { FAKE_PATHS } from '../../fakes/ports.ts'
import { Fleet, type FleetMachine, HOUR } from '../../support/fleet.ts'

const THIEF = 'https://thief.test/token'
const MINE = 'acme:ada@example.test'
const THEIRS = 'acme:eve@example.test'
const MOVE_KEY = 'A'.repeat(43)
const NEVER = 'CANARY-refresh-1'

let fleet: Fleet
afterEach(() => fleet.close())

const hello = { protocol: 1, version: '9', host: 'lamplighter serve', hostname: 'evil', pid: 1, sinceMs: 0 }
const definition = {
  id: 'acme',
  custom: true,
  name: 'Acme',
  tokenEndpoint: THIEF,
  authorizationEndpoint: 'https://thief.test/authorize',
  clientId: 'client-1',
}
const login = {
  id: THEIRS,
  provider: 'acme',
  providerName: 'Acme',
  account: { email: 'eve@example.test' },
  label: 'eve@example.test',
  kind: 'oauth',
  status: { kind: 'fresh' },
  whereLine: 'somewhere',
  names: [THEIRS],
  hasToken: true,
  canSpend: true,
  canMove: true,
  rotation: 'unknown',
  definition,
}

interface Evil {
  /** Everything it was told or asked, as it came over the wire. */
  readonly heard: string[]
  peer: Peer | undefined
}

/** A peer that answers what it likes, at `destination` as seen from `machine`. */
function evilAt(
  machine: FleetMachine,
  destination: string,
  answers: Readonly<Record<string, unknown>> = {},
): Evil {
  const evil: Evil = { heard: [], peer: undefined }
  const all: Readonly<Record<string, unknown>> = {
    hello,
    'node.hello': { machine: 'machine-of-evil', hostname: 'evil', fingerprintKey: 'AAAA' },
    'node.profiles': { logins: [login], lineage: {} },
    'node.token': {
      profile: THEIRS,
      provider: 'acme',
      kind: 'oauth',
      accessToken: 'CANARY-bait',
      account: {},
      definition,
    },
    'node.copy': {
      profile: THEIRS,
      provider: 'acme',
      name: THEIRS,
      packed: packed('CANARY-bait', 'CANARY-bait-refresh'),
      definition,
    },
    'node.move.prepare': ({ move }: { move: string }) => ({
      profile: THEIRS,
      provider: 'acme',
      name: THEIRS,
      account: { email: 'eve@example.test' },
      mark: machine.ports.random.fingerprint('CANARY-bait-refresh'),
      sealed: machine.ports.random.seal(
        sealingKeyOf(move, MOVE_KEY),
        packed('CANARY-bait', 'CANARY-bait-refresh'),
        `move ${move}`,
      ),
      definition,
    }),
    'node.move.commit': { key: MOVE_KEY },
    'node.move.finish': { done: true },
    'node.move.abort': { done: true },
    ...answers,
  }
  machine.ports.ssh.machines.set(destination, (wire) => {
    const handlers = Object.entries(all).map(([call, answer]): [string, RpcHandler] => [
      call,
      async (params) => {
        evil.heard.push(JSON.stringify({ call, params }))
        return typeof answer === 'function' ? answer(params) : answer
      },
    ])
    evil.peer = connectPeer(wire, new Map(handlers))
  })
  return evil
}

function packed(access: string, refresh: string, expiresInMs = HOUR): string {
  return JSON.stringify({
    kind: 'oauth',
    accessToken: access,
    refreshToken: refresh,
    expiresAtMs: fleet.clock.now() + expiresInMs,
    account: { email: 'eve@example.test' },
    generation: 1,
  })
}

/** A machine with an idle login of a provider that it does not know: a file calls it "acme". */
async function idle(): Promise<{ readonly here: FleetMachine; readonly stolen: HttpRequest[] }> {
  fleet = new Fleet()
  const here = fleet.machine('here')
  here.files.put(FAKE_PATHS.config, JSON.stringify({ providers: {} }))
  await here.boot()
  const stolen: HttpRequest[] = []
  here.ports.http.always(THIEF, (request) => {
    stolen.push(request)
    const body = JSON.stringify({ access_token: 'CANARY-of-the-thief', expires_in: 3600 })
    return { status: 200, headers: { 'content-type': 'application/json' }, body }
  })
  await here.seedAgents(['main'])
  await fleet.run(here.core.nodes.add('evil'))
  return { here, stolen }
}

describe('a provider that only another machine knows', () => {
  it.each(['borrow', 'copy', 'sign-in', 'move'] as const)(
    'gets no token of a login that was found here under its name: %s',
    async (way: Way) => {
      const { here, stolen } = await idle()
      evilAt(here, 'evil')
      const { profiles } = await fleet.run(here.core.nodes.look('evil'))
      const view = profiles[0]?.ways.find((one) => one.way === way)
      expect(view).toMatchObject({ endpoint: THIEF, risky: true, suggested: false })
      const choice = { profileId: THEIRS, way, endpoint: THIEF } as const
      const { rows } = await fleet.run(here.core.nodes.bring('evil', [choice]))
      expect(rows[0]?.failure).toBeUndefined()
      await here.core.look()
      await fleet.clock.advance(3 * HOUR)
      for (const { id } of here.core.overview().profiles) {
        await fleet.run(here.core.refresh(id).catch(() => undefined))
        await fleet.run(here.core.token(id).catch(() => undefined))
      }
      await fleet.run(here.core.refreshDue())
      expect(JSON.stringify(stolen)).not.toContain(NEVER)
      expect(here.agent('main').refresh).toBe(NEVER)
      expect(here.core.profile(MINE)).toMatchObject({ can: { refresh: false } })
    },
  )

  it.each(['borrow', 'copy', 'sign-in', 'move'] as const)(
    'is asked for nothing before a person has agreed to its endpoint: %s',
    async (way) => {
      const { here, stolen } = await idle()
      evilAt(here, 'evil')
      await fleet.run(here.core.nodes.look('evil'))
      for (const endpoint of [undefined, MODEL_ENDPOINT]) {
        const choice = { profileId: THEIRS, way, ...(endpoint === undefined ? {} : { endpoint }) }
        const { rows } = await fleet.run(here.core.nodes.bring('evil', [choice]))
        expect(rows).toMatchObject([
          { failure: { code: 'PROVIDER_CHANGED', message: expect.stringContaining(THIEF) } },
        ])
      }
      expect(stolen).toEqual([])
      expect(JSON.parse(here.files.text(FAKE_PATHS.config) ?? '').providers).toEqual({})
    },
  )

  it('serves what came with it, and asks again when that machine names another endpoint', async () => {
    const { here, stolen } = await idle()
    const other = { ...definition, tokenEndpoint: 'https://other.test/token' }
    let says: object = definition
    evilAt(here, 'evil', {
      'node.copy': () => ({
        profile: THEIRS,
        provider: 'acme',
        name: THEIRS,
        packed: packed('CANARY-bait', 'CANARY-bait-refresh', 1),
        definition: says,
      }),
    })
    const choice = { profileId: THEIRS, way: 'copy', endpoint: THIEF } as const
    await fleet.run(here.core.nodes.bring('evil', [choice]))
    await fleet.clock.advance(10)
    expect(await fleet.run(here.core.refresh(THEIRS))).toMatchObject({ kind: 'refreshed' })
    expect(stolen[0]?.body).toContain('CANARY-bait-refresh')
    says = other
    const { rows } = await fleet.run(here.core.nodes.bring('evil', [choice]))
    expect(rows).toMatchObject([
      { failure: { code: 'PROVIDER_CHANGED', message: expect.stringContaining(other.tokenEndpoint) } },
    ])
  })

  it('serves no entry of a file that bears its id', async () => {
    const { here, stolen } = await idle()
    evilAt(here, 'evil')
    await fleet.run(here.core.nodes.bring('evil', [{ profileId: THEIRS, way: 'copy', endpoint: THIEF }]))
    const { providerId } = here.core.profile(THEIRS)
    expect(providerId).not.toBe('acme')
    await here.seedAgents(['main'], `${providerId}:ada@example.test`)
    await fleet.clock.advance(3 * HOUR)
    await fleet.run(here.core.refresh(`${providerId}:ada@example.test`).catch(() => undefined))
    expect(JSON.stringify(stolen)).not.toContain(NEVER)
  })
})

describe('a token from another machine', () => {
  it.each(['CANARY\r\nX-Evil: 1', 'CANARY\n', 'CANARY\u0000', 'CANARY\u001b[2J', 'CANARY-\u202e'])(
    'is refused with characters that no token has: %j',
    async (bad) => {
      const { here } = await idle()
      const answer = { profile: THEIRS, provider: 'acme', definition }
      evilAt(here, 'evil', {
        'node.token': { ...answer, kind: 'oauth', accessToken: bad, account: {} },
        'node.copy': { ...answer, name: THEIRS, packed: packed('CANARY-a', bad) },
      })
      for (const way of ['borrow', 'copy'] as const) {
        const { rows } = await fleet.run(
          here.core.nodes.bring('evil', [{ profileId: THEIRS, way, endpoint: THIEF }]),
        )
        expect(rows[0]?.failure?.code).toMatch(/^(NODE_LACKS|IMPORT_UNREADABLE)$/)
      }
      expect(here.core.overview().profiles.map(({ id }) => id)).toEqual([MINE])
    },
  )
})

describe('a machine that claims to be another', () => {
  it('is not asked for what that one lends', async () => {
    fleet = new Fleet()
    const here = fleet.machine('here')
    const owner = fleet.machine('owner')
    await here.boot()
    await owner.boot()
    await owner.seed()
    for (const destination of ['owner', 'evil']) await fleet.run(here.core.nodes.add(destination))
    await fleet.run(here.core.nodes.bring('owner', [{ profileId: MINE, way: 'borrow' }]))
    const { id } = JSON.parse(owner.files.text(`${FAKE_PATHS.state}/machine.json`) ?? '') as { id: string }
    const evil = evilAt(here, 'evil', {
      'node.hello': { machine: id, hostname: 'owner', fingerprintKey: 'AAAA' },
      'node.token': {
        profile: MINE,
        provider: 'acme',
        kind: 'oauth',
        accessToken: 'CANARY-of-evil',
        expiresAtMs: fleet.clock.now() + 9 * HOUR,
        account: {},
      },
    })
    await fleet.run(here.core.nodes.look('evil'))
    await fleet.run(here.core.nodes.trust('evil')) // even so: that id belongs to another place
    evil.peer?.tell('node.renewed', { profiles: [MINE] })
    await fleet.clock.advance(100)
    await fleet.run(here.core.refresh(MINE))
    const { accessToken } = await fleet.run(here.core.token(MINE))
    expect(accessToken.expose()).not.toContain('evil')
    expect(evil.heard.join()).not.toContain('"node.token"')
  })
})

describe('a machine that nobody has trusted', () => {
  it('is told neither who asks nor which tokens are here, until a person trusts it', async () => {
    const { here } = await idle()
    const evil = evilAt(here, 'evil')
    const view = await fleet.run(here.core.nodes.look('evil'))
    expect(view).toMatchObject({ stranger: true, reach: { kind: 'reached' } })
    const { id } = JSON.parse(here.files.text(`${FAKE_PATHS.state}/machine.json`) ?? '') as { id: string }
    const key = here.ports.random.fingerprintKey()
    const mark = here.ports.random.fingerprint(NEVER, 'AAAA')
    expect(evil.heard.map((line) => JSON.parse(line).call)).toEqual(['hello', 'node.hello', 'node.profiles'])
    for (const secret of [id, key, mark, '"here"']) expect(evil.heard.join()).not.toContain(secret)

    expect(await fleet.run(here.core.nodes.trust('evil'))).not.toHaveProperty('stranger')
    for (const told of [id, key, mark]) expect(evil.heard.join()).toContain(told)
  })

  it('cannot tell from what it is refused which logins are here', async () => {
    const { here } = await idle()
    const evil = evilAt(here, 'evil')
    await fleet.run(here.core.nodes.look('evil'))
    const ask = async (profile: string): Promise<string> => {
      const calls = [
        evil.peer?.call('node.token', { profile, validForMs: 0 }),
        evil.peer?.call('node.copy', { profile }),
        evil.peer?.call('node.move.prepare', { move: 'move-of-evil', profile }),
      ]
      const answers = await fleet.run(Promise.allSettled(calls))
      return JSON.stringify(
        answers.map((one) => ('reason' in one ? [one.reason.code, one.reason.message] : one)),
      )
    }
    expect(await ask(MINE)).toBe(await ask('acme:nobody@example.test'))
    expect(await ask(MINE)).toContain('HOST_REFUSED')
  })
})
