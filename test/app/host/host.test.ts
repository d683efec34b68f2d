/** A host and its callers on a small fake machine. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Core, createCore } from '../../../app/core.ts'
import { createHost, type Host } from '../../../app/host/host.ts'
import { findHost, handshake } from '../../../app/rpc/handshake-client.ts'
import { connectPeer, type Peer } from '../../../app/rpc/peer.ts'
import type { HostEvents } from '../../../app/rpc/protocol.ts'
import { MODEL_ENDPOINT, ModelProvider } from '../../fakes/model-provider.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../../fakes/ports.ts'
import { FakeProcess } from '../../fakes/process.ts'

const MINUTE = 60_000
const ENTRY = 'acme:ada@example.test'
const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'

let ports: FakePorts
let provider: ModelProvider
let core: Core
let host: Host
const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)

function putLogin(expires: number): void {
  const tokens = { access: 'CANARY-access-1', refresh: 'CANARY-refresh-1', expires }
  const login = { type: 'oauth', provider: 'acme', email: 'ada@example.test', ...tokens }
  ports.files.put(FILE, JSON.stringify({ version: 1, profiles: { [ENTRY]: login } }))
}

function putConfig(more: Record<string, unknown> = {}): void {
  const providers = { acme: { tokenEndpoint: MODEL_ENDPOINT, clientId: 'c' } }
  ports.files.put(FAKE_PATHS.config, JSON.stringify({ providers, ...more }))
}

async function start(label = 'Lamplighter'): Promise<void> {
  core = createCore(ports)
  await run(core.start({ schedule: false }))
  host = createHost(core, ports, label)
  await run(host.start())
}

beforeEach(() => {
  ports = createFakePorts()
  provider = new ModelProvider()
  provider.serve(ports.http)
  putConfig()
  putLogin(ports.clock.now() + 60 * MINUTE)
  ;(ports.process as FakeProcess).start(777, 'boot.1.777')
})

afterEach(async () => {
  await run(host.close())
  await run(core.close())
})

async function call(process = 'my-agent', pid = 777) {
  const wire = await ports.socket.connect()
  if (!wire) throw new Error('nobody listens')
  return handshake(wire, { process, pid, key: wire.key }, ports.clock)
}

describe('a host', () => {
  it('says who it is', async () => {
    await start('lamplighter serve')
    expect((await call()).who).toEqual({
      protocol: 1,
      version: '0.0.0',
      host: 'lamplighter serve',
      hostname: 'node-a',
      pid: 4711,
      sinceMs: ports.clock.now(),
    })
  })

  it('hands out tokens, by any name of the profile', async () => {
    await start()
    const { ask } = await call()
    const token = {
      profile: ENTRY,
      accessToken: 'CANARY-access-1',
      expiresAtMs: ports.clock.now() + 60 * MINUTE,
    }
    expect(await ask('token', { profile: ENTRY })).toEqual(token)
    expect(await ask('token', { profile: 'ada@example.test', validForMs: 5 * MINUTE })).toEqual(token)
    await expect(ask('token', { profile: 'bob' })).rejects.toMatchObject({ code: 'PROFILE_UNKNOWN' })
  })

  it('refreshes on demand, and the history says for whom', async () => {
    await start()
    const { ask } = await call()
    const event = await run(ask('refresh', { profile: 'ada@example.test' }))
    expect(event).toMatchObject({
      kind: 'refreshed',
      askedBy: 'my-agent (pid 777)',
      process: 'lamplighter test',
    })
    const longer = await run(ask('token', { profile: ENTRY, validForMs: 59 * MINUTE }))
    expect(longer.accessToken).not.toBe('CANARY-access-1')
    const report = await run(ask('report401', { profile: ENTRY, accessToken: 'CANARY-access-1' }))
    expect(report).toMatchObject({ kind: 'newer-stored' })
    expect(JSON.stringify(await core.history({}))).not.toContain('CANARY')
  })

  it('shows what the window shows, and no secret', async () => {
    await start()
    const { ask } = await call()
    const overview = await ask('overview', undefined)
    expect(overview.profiles.map(({ id }) => id)).toEqual([ENTRY])
    expect((await ask('profile', { profile: 'ada@example.test' })).status.kind).toBe('fresh')
    expect(JSON.stringify(overview)).not.toContain('CANARY')
  })

  it('refuses parameters that it does not understand, and says which', async () => {
    await start()
    const { peer } = await call()
    for (const [name, params, where] of [
      ['token', { profile: 7 }, 'profile'],
      ['token', { profile: ENTRY, validForMs: -1 }, 'validForMs'],
      ['token', undefined, 'its parameters'],
      ['listen', { events: ['everything'] }, 'events.0'],
      ['report401', { profile: ENTRY, accessToken: '' }, 'accessToken'],
    ] as const) {
      const message = expect.stringContaining(`${name}: ${where}: `)
      await expect(peer.call(name, params)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID', message })
    }
  })

  it('answers what is under way when it closes, and nothing more', async () => {
    await start()
    const { ask, peer } = await call()
    let reply: () => void = () => undefined
    const slow = new Promise<void>((resolve) => (reply = resolve))
    const send = ports.http.send.bind(ports.http)
    ports.http.send = (request) => slow.then(() => send(request))
    const refreshing = ask('refresh', { profile: ENTRY })
    await ports.clock.advance(10)
    const closing = host.close()
    await ports.clock.advance(0)
    await expect(ask('overview', undefined)).rejects.toMatchObject({ code: 'HOST_GONE' })
    reply()
    expect(await run(refreshing)).toMatchObject({ kind: 'refreshed' })
    await run(closing)
    await peer.closed
    await expect(ask('overview', undefined)).rejects.toMatchObject({ code: 'HOST_GONE' })
  })
})

describe('hello', () => {
  async function refused(hello: unknown): Promise<Peer> {
    const wire = await ports.socket.connect()
    if (!wire) throw new Error('nobody listens')
    const peer = connectPeer(wire)
    await expect(peer.call('hello', hello)).rejects.toMatchObject({ code: 'HOST_REFUSED' })
    await expect(peer.call('token', { profile: ENTRY })).rejects.toMatchObject({ code: 'HOST_REFUSED' })
    return peer
  }

  it('has to come first, with the key and the version', async () => {
    await start()
    const good = { protocol: 1, key: ports.socket.key, process: 'my-agent', pid: 777 }
    const { key: _, ...keyless } = good
    for (const bad of [keyless, { ...good, key: '' }, { ...good, key: 'CANARY' }, { ...good, key: 1 }])
      await refused(bad)
    for (const bad of [{ ...good, protocol: 2 }, { ...good, protocol: '1' }, null, [], 'hello'])
      await refused(bad)
  })

  it('can be said again by who was refused', async () => {
    await start()
    const peer = await refused({ protocol: 2, key: ports.socket.key, process: 'my-agent', pid: 777 })
    await peer.call('hello', { protocol: 1, key: ports.socket.key, process: 'my-agent', pid: 777 })
    await expect(peer.call('token', { profile: ENTRY })).resolves.toMatchObject({ profile: ENTRY })
  })

  it('has to come within five seconds', async () => {
    await start()
    const silent = await ports.socket.connect()
    let isClosed = false
    void silent?.closed.then(() => {
      isClosed = true
    })
    await ports.clock.advance(4_999)
    expect(isClosed).toBe(false)
    await ports.clock.advance(1)
    expect(isClosed).toBe(true)
    const polite = await call()
    await ports.clock.advance(10_000)
    await expect(polite.ask('overview', undefined)).resolves.toBeDefined()
  })

  it('does not believe a pid that nobody has', async () => {
    await start()
    const { ask } = await call('my-agent', 778)
    expect(await run(ask('refresh', { profile: ENTRY }))).toMatchObject({ askedBy: 'my-agent' })
  })
})

describe('findHost', () => {
  it('finds nobody where none listens, none answers, and none takes us', async () => {
    await start()
    expect(await findHost(ports)).toMatchObject({ who: { host: 'Lamplighter' } })
    const other = {
      listen: async () => undefined,
      connect: async () => ({ ...(await ports.socket.connect()), key: 'old' }) as never,
    }
    expect(await findHost({ ...ports, socket: other })).toBeUndefined()
    await run(host.close())
    expect(await findHost(ports)).toBeUndefined()
    await ports.socket.listen(() => undefined) // stopped in a debugger
    expect(await run(findHost(ports))).toBeUndefined()
  })
})

describe('approval', () => {
  beforeEach(async () => {
    putConfig({ consumers: { approve: [ENTRY], approved: { [ENTRY]: ['my-agent'] } } })
    await start()
  })

  it('hands a token to approved programs only', async () => {
    await expect((await call('my-agent')).ask('token', { profile: ENTRY })).resolves.toMatchObject({
      profile: ENTRY,
    })
    for (const profile of [ENTRY, 'ada@example.test']) {
      await expect((await call('another')).ask('token', { profile })).rejects.toMatchObject({
        code: 'HOST_REFUSED',
        hint: expect.stringContaining('consumers.approved'),
      })
    }
  })

  it('lets everybody look', async () => {
    await expect((await call('another')).ask('overview', undefined)).resolves.toMatchObject({
      profiles: [{ id: ENTRY }],
    })
  })
})

describe('approval by an account', () => {
  it('knows a login by any of its names, as everything else does', async () => {
    const account = 'ada@example.test'
    putConfig({ consumers: { approve: [account], approved: { [account]: ['my-agent'] } } })
    await start()
    await expect((await call('my-agent')).ask('token', { profile: ENTRY })).resolves.toMatchObject({
      profile: ENTRY,
    })
    for (const profile of [ENTRY, account]) {
      await expect((await call('another')).ask('token', { profile })).rejects.toMatchObject({
        code: 'HOST_REFUSED',
      })
    }
  })
})

describe('events', () => {
  async function listen(...names: (keyof HostEvents)[]) {
    const { ask, peer } = await call()
    const heard: [string, unknown][] = []
    for (const name of names) peer.on(name, (payload) => void heard.push([name, payload]))
    await ask('listen', { events: names })
    return { heard, peer }
  }

  it('are told to whoever listens, until they let go', async () => {
    await start()
    const { heard, peer } = await listen('history', 'overview')
    const { heard: nothing } = await listen('usable')
    await run((await call()).ask('refresh', { profile: ENTRY }))
    expect(heard.filter(([name]) => name === 'history')).toMatchObject([['history', { kind: 'refreshed' }]])
    expect(heard.some(([name]) => name === 'overview')).toBe(true)
    expect(JSON.stringify(heard)).not.toContain('CANARY')
    expect(nothing).toEqual([])
    peer.close()
    await ports.clock.advance(0)
    const before = heard.length
    await run((await call()).ask('refresh', { profile: ENTRY }))
    expect(heard).toHaveLength(before)
  })

  it('say when to save the work, to late comers too, and when to go on', async () => {
    const expiresAtMs = ports.clock.now() + 4 * MINUTE
    putLogin(expiresAtMs)
    await start()
    provider.revoked = true
    const first = await listen('expiring', 'usable')
    await run((await call()).ask('refresh', { profile: ENTRY }))
    const expiring = {
      profile: ENTRY,
      expiresAtMs,
      reason: expect.any(String),
    }
    expect(first.heard).toEqual([['expiring', expiring]])
    const late = await listen('expiring')
    await ports.clock.advance(0)
    expect(late.heard).toEqual([['expiring', expiring]])

    const tokens = {
      access: 'CANARY-access-9',
      refresh: 'CANARY-refresh-9',
      expires: ports.clock.now() + 60 * MINUTE,
    }
    const login = { type: 'oauth', provider: 'acme', email: 'ada@example.test', ...tokens } // signed in elsewhere
    ports.files.put(FILE, JSON.stringify({ version: 1, profiles: { [ENTRY]: login } }))
    await run(core.look())
    await ports.clock.advance(0)
    expect(first.heard.slice(1)).toEqual([['usable', { profile: ENTRY, expiresAtMs: tokens.expires }]])
  })
})

describe('two hosts', () => {
  it('take turns: one listens, the other a few seconds after it has gone', async () => {
    await start('Lamplighter')
    const { clock, files, lock, socket } = ports
    const otherPorts = createFakePorts({
      clock,
      files,
      lock,
      socket,
      process: new FakeProcess({ pid: 4712 }),
    })
    const otherCore = createCore(otherPorts)
    await run(otherCore.start({ schedule: false }))
    const other = createHost(otherCore, otherPorts, 'lamplighter serve')
    await run(other.start())
    expect([host.listening, other.listening]).toEqual([true, false])
    await ports.clock.advance(60_000)
    expect((await call()).who.host).toBe('Lamplighter')

    socket.kill()
    expect(await findHost(ports)).toBeUndefined()
    await ports.clock.advance(5_000)
    expect(other.listening).toBe(true)
    expect((await call()).who.host).toBe('lamplighter serve')
    await run(other.close())
    await run(otherCore.close())
    expect(other.listening).toBe(false)
  })

  it('do not listen any more once they were closed, whenever that was', async () => {
    ports.socket.listen = async () => undefined // another has it
    await start()
    await run(host.close())
    let tries = 0
    ports.socket.listen = async () => {
      tries++
      return undefined
    }
    await ports.clock.advance(60_000)
    expect(tries).toBe(0)
  })

  it('work on when the socket cannot be had, and say so once', async () => {
    ports.socket.listen = async () => {
      throw new Error('no space left')
    }
    await start()
    await ports.clock.advance(60_000)
    expect(ports.log.warnings).toEqual(['nobody can ask this host'])
    expect(core.overview().profiles).toHaveLength(1)
  })
})
