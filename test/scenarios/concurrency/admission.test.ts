/** Many consumers at the socket of one host, and a login that comes back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppError } from '../../../app/base/errors.ts'
import { type Core, createCore } from '../../../app/core.ts'
import { HOLD_MS } from '../../../app/engine/tokens/admission.ts'
import { createEvents } from '../../../app/host/events.ts'
import { hostHandlers } from '../../../app/host/handlers.ts'
import { createHost, type Host } from '../../../app/host/host.ts'
import { type AskedHost, handshake } from '../../../app/rpc/handshake-client.ts'
import type { Peer } from '../../../app/rpc/peer.ts'
import { MODEL_ENDPOINT, ModelProvider } from '../../fakes/model-provider.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../../fakes/ports.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const ENTRY = 'acme:ada@example.test'
const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'

let ports: FakePorts
let provider: ModelProvider
let core: Core
let host: Host
/** Who was handed a token, in order. */
let served: string[]
let failures: string[]
const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)

function put(access: string, refresh: string | undefined, expires: number): void {
  const login = { type: 'oauth', provider: 'acme', email: 'ada@example.test', access, refresh, expires }
  ports.files.put(FILE, JSON.stringify({ version: 1, profiles: { [ENTRY]: login } }))
}

/** As a login would: another grant in the same place. */
async function signInAgain(): Promise<void> {
  put('CANARY-access-new', 'CANARY-refresh-new', ports.clock.now() + HOUR)
  await core.look()
  await ports.clock.advance(0)
}

async function consumer(name: string): Promise<AskedHost> {
  const wire = await ports.socket.connect()
  if (!wire) throw new Error('nobody listens')
  return handshake(wire, { process: name, pid: 1, key: wire.key }, ports.clock)
}

function ask(asked: AskedHost, name: string, waitMs = HOUR): void {
  asked.ask('token', { profile: ENTRY, waitMs }).then(
    () => served.push(name),
    (error: AppError) => failures.push(`${name} ${error.code}`),
  )
}

async function forty(): Promise<readonly AskedHost[]> {
  const all: AskedHost[] = []
  for (let at = 1; at <= 40; at++) {
    const one = await consumer(`agent ${at}`)
    ask(one, `agent ${at}`)
    all.push(one)
  }
  await ports.clock.advance(10)
  return all
}

const names = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `agent ${from + at}`)

beforeEach(() => {
  ports = createFakePorts()
  provider = new ModelProvider()
  provider.serve(ports.http)
  served = []
  failures = []
  const providers = { acme: { tokenEndpoint: MODEL_ENDPOINT, clientId: 'c' } }
  ports.files.put(FAKE_PATHS.config, JSON.stringify({ providers }))
})

async function start(refresh: string): Promise<void> {
  put('CANARY-access-1', refresh, ports.clock.now() - 1000)
  core = createCore(ports)
  await run(core.start({ schedule: true }))
  host = createHost(core, ports, 'Lamplighter')
  await run(host.start())
  await run(core.refresh(ENTRY).catch(() => undefined)) // joins the one that the schedule began
}

afterEach(async () => {
  await run(host.close())
  await run(core.close())
})

describe('forty consumers of a login that needs a sign-in', () => {
  beforeEach(async () => {
    await start('CANARY-refresh-gone') // not one of this provider's
    expect(core.profile(ENTRY).status.kind).toBe('needs-login')
  })

  it('fail at once unless they are ready to wait', async () => {
    const one = await consumer('hasty')
    ask(one, 'hasty', 0)
    await ports.clock.advance(0)
    expect(failures).toEqual(['hasty NEEDS_LOGIN'])
    expect(core.overview().queue).toBeUndefined()
  })

  it('are seen to wait, and are let in four at a time once somebody signed in', async () => {
    await forty()
    const queue = core.overview().queue ?? []
    expect(queue).toHaveLength(40)
    expect(queue[6]).toMatchObject({ profileId: ENTRY, providerId: 'acme', askedBy: 'agent 7', position: 7 })
    expect(served).toEqual([])

    await signInAgain()
    expect(served).toEqual(names(1, 4))
    for (let group = 2; group <= 10; group++) {
      await ports.clock.advance(HOLD_MS - 5)
      expect(served).toEqual(names(1, 4 * (group - 1)))
      expect(core.overview().queue?.[0]).toMatchObject({
        askedBy: `agent ${4 * (group - 1) + 1}`,
        position: 1,
      })
      await ports.clock.advance(5)
      expect(served).toEqual(names(1, 4 * group))
    }
    expect(core.overview().queue).toBeUndefined()
    expect(provider.requests).toBe(1) // the one that was refused
    expect(failures).toEqual([])
  })

  it('make room by calling again, or by saying that they need their place no longer', async () => {
    const all = await forty()
    await signInAgain()
    await all[2]?.ask('release', undefined)
    await ports.clock.advance(0)
    expect(served).toEqual(names(1, 5))
    ask(all[0] as AskedHost, 'agent 1 again', 0)
    await ports.clock.advance(0)
    expect(served).toEqual(names(1, 6)) // its own second wish waits behind those who came before
  })

  it('follow maxConcurrent while they wait', async () => {
    await forty()
    await signInAgain()
    await run(core.changeSettings({ maxConcurrent: 10 }))
    await ports.clock.advance(0)
    expect(served).toEqual(names(1, 10))
    await run(core.changeSettings({ maxConcurrent: 2 }))
    await ports.clock.advance(HOLD_MS)
    expect(served).toEqual(names(1, 12))
  })

  it('that hear of it and ask only then are let in in turn as well', async () => {
    const all: AskedHost[] = []
    for (let at = 1; at <= 12; at++) {
      const one = await consumer(`agent ${at}`)
      await run(one.ask('listen', { events: ['usable'] }))
      one.peer.on('usable', () => ask(one, `agent ${at}`, 0))
      all.push(one)
    }
    await signInAgain()
    expect(served).toEqual(names(1, 4))
    await ports.clock.advance(HOLD_MS)
    expect(served).toEqual(names(1, 8))
    await ports.clock.advance(HOLD_MS)
    expect(served).toEqual(names(1, 12))
  })

  it('leave the queue when they go away', async () => {
    const all = await forty()
    for (const one of all.slice(0, 38)) one.peer.close()
    await ports.clock.advance(10)
    expect(core.overview().queue?.map(({ askedBy }) => askedBy)).toEqual(['agent 39', 'agent 40'])
    await signInAgain()
    expect(served).toEqual(['agent 39', 'agent 40'])
  })

  it('are told why when their time is up', async () => {
    const one = await consumer('patient')
    ask(one, 'patient', 5 * MINUTE)
    await ports.clock.advance(5 * MINUTE - 1)
    expect(failures).toEqual([])
    await ports.clock.advance(2)
    expect(failures).toEqual(['patient NEEDS_LOGIN'])
    expect(core.overview().queue).toBeUndefined()
  })

  it('are told when the host ends, and do not keep it', async () => {
    const one = await consumer('patient')
    ask(one, 'patient')
    await ports.clock.advance(10)
    await run(host.close())
    expect(failures).toEqual(['patient HOST_GONE'])
  })
})

describe('consumers that are not ready to wait', () => {
  beforeEach(() => start('CANARY-refresh-dead'))
  afterEach(async () => {
    await run(host.close())
    await run(core.close())
  })

  it('are told at once when the login they stand in line for stops working', async () => {
    await signInAgain()
    const all: AskedHost[] = []
    for (let at = 1; at <= 10; at++) all.push(await consumer(`agent ${at}`))
    for (const [at, one] of all.entries()) ask(one, `agent ${at + 1}`, 0)
    await ports.clock.advance(10)
    expect(served).toEqual(names(1, 4))
    put('CANARY-access-old', 'CANARY-refresh-dead', ports.clock.now() - 1000)
    await run(core.look())
    await ports.clock.advance(MINUTE)
    expect(served.length + failures.length).toBe(10)
    expect(core.overview().queue).toBeUndefined()
  })

  it('leave the line when they go away', async () => {
    await signInAgain()
    const all: AskedHost[] = []
    for (let at = 1; at <= 10; at++) all.push(await consumer(`agent ${at}`))
    for (const [at, one] of all.entries()) ask(one, `agent ${at + 1}`, 0)
    await ports.clock.advance(10)
    for (const one of all.slice(4)) one.peer.close()
    await ports.clock.advance(10)
    expect(core.overview().queue).toBeUndefined()
  })

  it('cost nothing that stays, however often they ask', async () => {
    await signInAgain()
    let reactions = 0
    const closed = new Promise<Record<string, never>>(() => undefined)
    const counted: PromiseLike<Record<string, never>> = {
      // biome-ignore lint/suspicious/noThenProperty: it counts who waits for it
      then(...listeners) {
        reactions++
        return closed.then(...listeners)
      },
    }
    const peer = { caller: { name: 'agent', askedBy: 'agent' }, closed: counted } as unknown as Peer
    const answers = hostHandlers(core, createEvents(core), new AbortController().signal)
    for (let times = 0; times < 20; times++) {
      await run(Promise.resolve(answers.get('token')?.({ profile: ENTRY, waitMs: 1000 }, peer)))
    }
    expect(reactions).toBe(1)
  })
})

describe('forty consumers of a provider that cannot be reached', () => {
  it('wait for its next try instead of making one each, and are let in in turn', async () => {
    for (let fault = 0; fault < 3; fault++) provider.faults.push('lost-before')
    await start('CANARY-refresh-1')
    expect(core.profile(ENTRY).status.kind).toBe('retrying')
    const left = provider.faults.length
    await forty()
    expect(provider.faults).toHaveLength(left)
    while (served.length === 0) await ports.clock.advance(100)
    expect(provider.faults).toEqual([])
    expect(provider.requests).toBe(1)
    await ports.clock.advance(10 * HOLD_MS)
    expect(served).toEqual(names(1, 40))
    expect(failures).toEqual([])
  })
})
