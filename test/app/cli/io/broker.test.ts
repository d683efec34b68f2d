/** Where an exchange is made: in the host, in a process of its own, here. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LineChannel } from '../../../../app/base/ports.ts'
import { createRequestBroker, type RequestBroker } from '../../../../app/cli/io/broker.ts'
import { type Core, createCore } from '../../../../app/core.ts'
import { createHost } from '../../../../app/host/host.ts'
import { createRpcServer } from '../../../../app/host/rpc-server.ts'
import { channelPair } from '../../../../app/rpc/channel-pair.ts'
import { MODEL_ENDPOINT, ModelProvider } from '../../../fakes/model-provider.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../../../fakes/ports.ts'
import { FakeProcess } from '../../../fakes/process.ts'

const MINUTE = 60_000
const ENTRY = 'acme:ada@example.test'
const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'

let ports: FakePorts
let provider: ModelProvider
const cores: Core[] = []
const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)

beforeEach(() => {
  ports = createFakePorts({ process: new FakeProcess({ pid: 1, label: 'lamplighter token' }) })
  provider = new ModelProvider()
  provider.serve(ports.http)
  ports.files.put(
    FAKE_PATHS.config,
    JSON.stringify({ providers: { acme: { tokenEndpoint: MODEL_ENDPOINT, clientId: 'c' } } }),
  )
  putLogin(-MINUTE)
})

afterEach(async () => {
  for (const core of cores.splice(0)) await run(core.close())
})

function putLogin(leftMs: number, more: Record<string, unknown> = {}): void {
  const expires = ports.clock.now() + leftMs
  const tokens = { access: 'CANARY-access-1', refresh: 'CANARY-refresh-1', expires, ...more }
  const login = { type: 'oauth', provider: 'acme', email: 'ada@example.test', ...tokens }
  ports.files.put(FILE, JSON.stringify({ version: 1, profiles: { [ENTRY]: login } }))
}

/** Another process on the same machine. */
function process(pid: number, label: string): FakePorts {
  const { clock, files, lock, http, socket } = ports
  return createFakePorts({ clock, files, lock, http, socket, process: new FakeProcess({ pid, label }) })
}

function newCore(of: FakePorts): Core {
  const core = createCore(of)
  cores.push(core)
  return core
}

async function startHost(): Promise<ReturnType<typeof createHost>> {
  const machine = process(2, 'lamplighter serve')
  const core = newCore(machine)
  await run(core.start({ schedule: false }))
  const host = createHost(core, machine, 'lamplighter serve')
  await run(host.start())
  return host
}

/** @param started counts */
function starting(started: LineChannel[]): () => LineChannel {
  return () => {
    const [near, far] = channelPair()
    started.push(far)
    const machine = process(3, 'lamplighter exchange')
    const core = newCore(machine)
    void core
      .start({ schedule: false })
      .then(() => createRpcServer(core, machine, 'exchange').serve(far, 'pipe'))
    return near
  }
}

function broker(startProcess?: () => LineChannel): RequestBroker {
  return createRequestBroker({ core: newCore(ports), ports, startProcess })
}

async function lastEvent(): Promise<unknown> {
  const core = newCore(process(9, 'test'))
  return (await core.history({ limit: 1 }))[0]
}

describe('an exchange', () => {
  it('is made by the running host', async () => {
    await startHost()
    const started: LineChannel[] = []
    const asked = broker(starting(started))
    expect(await run(asked.ask('token', { profile: ENTRY }))).toMatchObject({
      accessToken: 'CANARY-access-2',
    })
    expect(started).toHaveLength(0)
    expect(await lastEvent()).toMatchObject({
      process: 'lamplighter serve',
      pid: 2,
      askedBy: 'lamplighter token',
    })
  })

  it('is made by a process of its own where no host runs', async () => {
    const started: LineChannel[] = []
    const asked = broker(starting(started))
    expect(await run(asked.ask('token', { profile: ENTRY }))).toMatchObject({
      accessToken: 'CANARY-access-2',
    })
    expect(await run(asked.ask('refresh', { profile: ENTRY }))).toMatchObject({
      process: 'lamplighter exchange',
      pid: 3,
    })
    expect(started).toHaveLength(1)
    asked.close()
    await started[0]?.closed
  })

  it('is made here where no process can be started', async () => {
    const dead = (): LineChannel => {
      const [near, far] = channelPair()
      far.close()
      return near
    }
    for (const startProcess of [undefined, dead]) {
      const event = await run(broker(startProcess).ask('refresh', { profile: ENTRY }))
      expect(event).toMatchObject({ kind: 'refreshed', process: 'lamplighter token', pid: 1 })
    }
  })

  it('needs no process for a token that still lasts, for a look, or for an error', async () => {
    putLogin(10 * MINUTE)
    const started: LineChannel[] = []
    const { ask } = broker(starting(started))
    expect(await ask('token', { profile: ENTRY, validForMs: 5 * MINUTE })).toMatchObject({ profile: ENTRY })
    expect((await ask('overview', undefined)).profiles).toHaveLength(1)
    await expect(ask('token', { profile: 'bob' })).rejects.toMatchObject({ code: 'PROFILE_UNKNOWN' })
    await expect(ask('refresh', { profile: 'bob' })).rejects.toMatchObject({ code: 'PROFILE_UNKNOWN' })
    expect(started).toHaveLength(0)
    await run(ask('token', { profile: ENTRY, validForMs: 15 * MINUTE }))
    expect(started).toHaveLength(1)
  })

  it('leaves nobody behind who listens to the core, however often it is asked anew', async () => {
    putLogin(10 * MINUTE)
    const core = newCore(ports)
    let listening = 0
    const on = ((event: never, listener: never) => {
      listening++
      const off = core.on(event, listener)
      return () => {
        listening--
        off()
      }
    }) as Core['on']
    const asked = createRequestBroker({ core: { ...core, on }, ports, startProcess: undefined })
    for (let refresher = 0; refresher < 5; refresher++) {
      await run(asked.ask('token', { profile: ENTRY }))
      asked.close()
    }
    await expect.poll(() => listening).toBe(0)
  })

  it('goes on elsewhere when the host ends', async () => {
    const host = await startHost()
    const started: LineChannel[] = []
    const asked = broker(starting(started))
    await asked.ask('overview', undefined)
    await run(host.close())
    expect(await run(asked.ask('token', { profile: ENTRY }))).toMatchObject({
      accessToken: 'CANARY-access-2',
    })
    expect(started).toHaveLength(1)
  })

  it('is asked of the host for more logins than it takes at once', async () => {
    await startHost()
    const { ask } = broker()
    const all = Array.from({ length: 1_500 }, () => ask('refresh', { profile: ENTRY }))
    const ends = await run(Promise.allSettled(all))
    expect(ends.filter(({ status }) => status === 'rejected')).toEqual([])
  })

  it('is not made elsewhere when the host says no', async () => {
    provider.revoked = true
    await startHost()
    const started: LineChannel[] = []
    const asked = broker(starting(started))
    await expect(run(asked.ask('token', { profile: ENTRY }))).rejects.toMatchObject({ code: 'NEEDS_LOGIN' })
    expect([started.length, provider.requests]).toEqual([0, 1])
  })
})
