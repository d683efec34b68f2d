/** Every call there is, asked at the local socket by a program that nobody approved; and the table in docs/calls.md. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HostChannel, Keyring } from '../../../app/base/ports.ts'
import { type Core, createCore } from '../../../app/core.ts'
import { createEvents } from '../../../app/host/events.ts'
import { hostHandlers } from '../../../app/host/handlers.ts'
import { createHost, type Host } from '../../../app/host/host.ts'
import { handshake } from '../../../app/rpc/handshake-client.ts'
import { relayProof } from '../../../app/rpc/relay-proof.ts'
import { MODEL_ENDPOINT, ModelProvider } from '../../fakes/model-provider.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../../fakes/ports.ts'

const LOGIN = 'acme:ada@example.test'
const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'
const MOVE = 'move-12345678'
/** For every call: something it would answer. */
const PARAMS: Readonly<Record<string, unknown>> = {
  token: { profile: LOGIN },
  loginFor: { use: ['audience', 'reports'] },
  tokenFor: { use: ['audience', 'reports'] },
  refresh: { profile: LOGIN },
  report401: { profile: LOGIN },
  profile: { profile: LOGIN },
  listen: { events: ['overview', 'history'] },
  exchangeToken: { profile: LOGIN, scope: ['read'] },
  'node.hello': { machine: 'a-program', hostname: 'a-program', fingerprintKey: 'AAAA' },
  'node.profiles': { ours: [] },
  'node.token': { profile: LOGIN, validForMs: 0 },
  'node.copy': { profile: LOGIN },
  'node.move.prepare': { move: MOVE, profile: LOGIN },
  'node.move.commit': { move: MOVE },
  'node.move.finish': { move: MOVE, profile: LOGIN },
  'node.move.abort': { move: MOVE },
  'node.move.discard': { move: MOVE },
  'node.take': { choices: [] },
}

let ports: FakePorts
let core: Core
let host: Host
const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)

beforeEach(async () => {
  ports = createFakePorts()
  new ModelProvider().serve(ports.http)
  configure({ approve: [LOGIN], approved: { [LOGIN]: ['good-agent'] } })
  const tokens = {
    access: 'CANARY-access-1',
    refresh: 'CANARY-refresh-1',
    expires: ports.clock.now() + 3_600_000,
  }
  const login = { type: 'oauth', provider: 'acme', email: 'ada@example.test', ...tokens }
  ports.files.put(FILE, JSON.stringify({ version: 1, profiles: { [LOGIN]: login } }))
  core = createCore(ports)
  await run(core.start({ schedule: false }))
  host = createHost(core, ports, 'Lamplighter')
  await run(host.start())
})

afterEach(async () => {
  await run(host.close())
  await run(core.close())
})

function configure(consumers: object): void {
  const providers = { acme: { tokenEndpoint: MODEL_ENDPOINT, clientId: 'c' } }
  ports.files.put(
    FAKE_PATHS.config,
    JSON.stringify({ providers, consumers, uses: { [LOGIN]: ['audience reports'] } }),
  )
}

function everyCall(): readonly string[] {
  const local = hostHandlers(core, createEvents(core), new AbortController().signal)
  return ['hello', ...local.keys(), ...core.nodes.answers.keys()]
}

async function callFrom(process: string, relay?: (wire: HostChannel) => Promise<string>) {
  const wire = await ports.socket.connect()
  if (!wire) throw new Error('nobody listens')
  const proof = relay && { relay: await relay(wire) }
  return handshake(wire, { process, pid: 777, key: wire.key, ...proof }, ports.clock)
}

/** The id is no secret; the key is. */
const guessed: Keyring = {
  kept: async () => 'file',
  key: async () => ({ id: 'fa4e0001', bytes: new Uint8Array(32).fill(9), kept: 'file' }),
}

interface Row {
  readonly call: string
  readonly who: string
  readonly gives: string
}

function tableOfDocs(): readonly Row[] {
  const text = readFileSync(new URL('../../../docs/calls.md', import.meta.url), 'utf8')
  return [...text.matchAll(/^\| `([\w.]+)` \| (.+?) \| (.+?) \|$/gm)].map(
    ([, call = '', who = '', gives = '']) => ({ call, who, gives }),
  )
}

/** What each call of the table gives when it is asked so, as text. */
async function walk(caller: Awaited<ReturnType<typeof callFrom>>): Promise<ReadonlyMap<string, string>> {
  const told: string[] = []
  for (const event of ['overview', 'history', 'node.renewed']) {
    caller.peer.on(event, (payload) => told.push(JSON.stringify(payload)))
  }
  const answers = new Map<string, string>()
  for (const call of everyCall().filter((name) => name !== 'hello')) {
    const answer = await run(
      caller.peer.call(call, PARAMS[call]).then(
        (result) => JSON.stringify({ result }),
        (error: { code: string; message: string }) => `refused ${error.code} ${error.message}`,
      ),
    )
    answers.set(call, answer)
  }
  answers.set('events', told.join('\n'))
  return answers
}

describe('the table of calls', () => {
  it('names every call there is, and no other', () => {
    expect(
      tableOfDocs()
        .map(({ call }) => call)
        .toSorted(),
    ).toEqual([...everyCall()].toSorted())
  })

  it('gives a program that nobody approved no token, by whatever call, and node.* nothing at all', async () => {
    const answers = await walk(await callFrom('evil-agent'))
    expect([...answers.values()].join('\n')).not.toContain('CANARY')
    for (const { call, who } of tableOfDocs()) {
      if (call === 'hello') continue
      const isForPrograms = who === 'program'
      expect(`${call}: ${answers.get(call)}`).toMatch(
        isForPrograms ? /: \{"result"/ : /: refused HOST_REFUSED/,
      )
    }
  })

  it('gives an approved program an access token by its name or by its use, and a refresh token by none', async () => {
    const answers = await walk(await callFrom('good-agent'))
    const all = [...answers].filter(([, answer]) => answer.includes('CANARY'))
    expect(all.map(([call]) => call)).toEqual(['token', 'tokenFor'])
    expect(JSON.stringify(all)).not.toContain('CANARY-refresh')
  })
})

describe('a caller that says it is a relay', () => {
  it.each([
    ['without a proof', async () => ''],
    ['with the key of the host', async (wire: HostChannel) => wire.key],
    ['with a key of its own', (wire: HostChannel) => relayProof({ ...ports, keyring: guessed }, wire.key)],
    ['with a proof for another host', () => relayProof(ports, 'another-host')],
  ] as const)('is a program like any other %s', async (_, relay) => {
    const answers = await walk(await callFrom('evil-agent', relay))
    expect([...answers.values()].join('\n')).not.toContain('CANARY')
    expect(answers.get('node.copy')).toContain('refused HOST_REFUSED')
  })

  it('is one where it can use the key of the vault; a login for certain programs is for certain machines then', async () => {
    const relay = (wire: HostChannel) => relayProof(ports, wire.key)
    const refused = await walk(await callFrom('ssh', relay))
    expect(refused.get('node.profiles')).toContain(LOGIN)
    for (const call of ['node.token', 'node.copy', 'node.move.prepare']) {
      expect(refused.get(call)).toMatch(/^refused HOST_REFUSED "a-program" is not approved/)
    }
    expect([...refused.values()].join('\n')).not.toContain('CANARY')

    configure({ approve: [LOGIN], approved: { [LOGIN]: ['a-program'] } })
    const next = createCore(ports)
    await run(host.close())
    await run(next.start({ schedule: false }))
    host = createHost(next, ports, 'Lamplighter')
    await run(host.start())
    expect((await walk(await callFrom('ssh', relay))).get('node.copy')).toContain('CANARY-refresh-')
    await run(next.close())
  })
})
