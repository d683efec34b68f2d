/** Which event of the core comes when: what is done before anybody hears of it, and who hears of it first. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Core, createCore } from '../../app/core.ts'
import { createHistoryLog } from '../../app/history/history-log.ts'
import type { FakeHttp } from '../fakes/http.ts'
import { MODEL_ENDPOINT, ModelProvider } from '../fakes/model-provider.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../fakes/ports.ts'

const HOUR = 3_600_000
const ENTRY = 'openai-codex:ada@example.test'
const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'
const TELL = ['/usr/bin/tell']
const SETTINGS = {
  providers: { 'openai-codex': { tokenEndpoint: MODEL_ENDPOINT } },
  hooks: { refreshed: TELL, recovered: TELL },
}

let ports: FakePorts
let core: Core
/** What happened, in order. */
let seen: unknown[]
const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function put(access: string, refresh: string, lastsMs: number): void {
  const expires = ports.clock.now() + lastsMs
  const login = {
    type: 'oauth',
    provider: 'openai-codex',
    email: 'ada@example.test',
    access,
    refresh,
    expires,
  }
  ports.files.put(FILE, JSON.stringify({ version: 1, profiles: { [ENTRY]: login } }))
}

function configure(settings: unknown): void {
  ports.files.put(FAKE_PATHS.config, typeof settings === 'string' ? settings : JSON.stringify(settings))
}

async function start(refresh: string, lastsMs = HOUR, schedule = true): Promise<void> {
  put('CANARY-access-1', refresh, lastsMs)
  core = createCore(ports)
  await run(core.start({ schedule }))
  await ports.clock.advance(20_000) // long enough for a refused refresh to be looked at twice
}

function ask(askedBy: string): void {
  core.token(ENTRY, { askedBy, waitMs: HOUR }).then(
    () => seen.push(`${askedBy} served`),
    () => undefined, // the core ends
  )
}

const queued = (): readonly string[] => (core.overview().queue ?? []).map(({ askedBy }) => askedBy)

/** A code is answered with a new grant. */
function answeringLogins(http: FakeHttp): FakeHttp {
  const send = http.send.bind(http)
  const reply = { access_token: 'CANARY-access-2', refresh_token: 'CANARY-refresh-2', expires_in: 3600 }
  http.send = async (request) =>
    request.body?.includes('authorization_code')
      ? { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(reply) }
      : send(request)
  return http
}

/** Reads of the login's file from now on. */
function noteReads(): void {
  ports.files.before = (_operation, path) => {
    if (path === FILE && seen.at(-1) !== 'read') seen.push('read')
  }
}

beforeEach(() => {
  ports = createFakePorts()
  new ModelProvider().serve(ports.http)
  configure(SETTINGS)
  seen = []
})
afterEach(() => run(core.close()))

describe('overview', () => {
  it('is heard once for the many changes of a turn, after that turn', async () => {
    await start('CANARY-refresh-gone', -1000)
    core.on('overview', ({ queue }) => seen.push(queue?.length))
    for (const name of ['a', 'b', 'c', 'd', 'e']) ask(name)
    expect(seen).toEqual([])
    await turn()
    expect(seen).toEqual([5])
    await turn()
    expect(seen).toEqual([5])
    ask('f')
    await turn()
    expect(seen).toEqual([5, 6])
  })

  it('is heard when hooks have begun, newcomers stand in line, and those in front were let in', async () => {
    await start('CANARY-refresh-gone', -1000)
    for (let at = 1; at <= 6; at++) ask(`agent ${at}`)
    await turn()
    const off = core.on('overview', ({ profiles, queue }) => {
      if (profiles[0]?.status.kind !== 'fresh') return
      off()
      seen.push(ports.commands.told, queue?.length, queued())
      core.token(ENTRY, { askedBy: 'newcomer' }).catch(() => undefined)
      seen.push(queued())
    })
    put('CANARY-access-new', 'CANARY-refresh-new', HOUR)
    await run(core.look())
    await ports.clock.advance(0)
    const behind = ['agent 5', 'agent 6']
    expect(seen.slice(0, 4)).toEqual([[`recovered ${ENTRY}`], 6, behind, [...behind, 'newcomer']])
    expect(seen.slice(4)).toEqual(['agent 1 served', 'agent 2 served', 'agent 3 served', 'agent 4 served'])
  })

  it('is heard by everybody, though one of them fails', async () => {
    await start('CANARY-refresh-gone', -1000)
    core.on('overview', () => {
      throw new Error('a listener of ours is broken')
    })
    core.on('overview', () => seen.push('heard'))
    ask('a')
    await turn()
    expect(seen).toEqual(['heard'])
    expect(JSON.stringify(ports.log.lines)).toContain('a listener of ours is broken')
  })
})

describe('history', () => {
  it('is heard when it is known of the login and the hooks have begun, before the overview that shows it', async () => {
    await start('CANARY-refresh-1')
    core.on('overview', ({ profiles }) => seen.push(`overview ${profiles[0]?.lastEvent?.kind}`))
    core.on('history', (event) => {
      seen.push([event.kind, ports.commands.told, core.profile(ENTRY).lastEvent?.id === event.id])
    })
    seen.length = 0
    await run(core.refresh(ENTRY))
    await ports.clock.advance(0)
    const at = seen.findIndex(Array.isArray)
    expect(seen[at]).toEqual(['refreshed', [`refreshed ${ENTRY}`], true])
    expect(seen.slice(0, at)).not.toContain('overview refreshed')
    expect(seen.slice(at + 1)).toContain('overview refreshed')
  })

  it('of another process is heard as well, and then the stores are read', async () => {
    await start('CANARY-refresh-1')
    core.on('history', ({ pid }) => seen.push(`by ${pid}`))
    noteReads()
    const about = { profileId: ENTRY, providerId: 'openai-codex', account: 'ada@example.test' }
    const other = { askedBy: 'schedule', process: 'lamplighter serve', pid: 5000 }
    const event = { atMs: ports.clock.now(), kind: 'refreshed', message: 'Refreshed.' } as const
    await run(createHistoryLog(ports).append({ ...event, ...about, ...other }))
    await ports.clock.advance(1000)
    expect(seen).toEqual(['by 5000', 'read'])
    expect(ports.commands.told).toEqual([`refreshed ${ENTRY}`])
  })
})

describe('settings', () => {
  beforeEach(async () => {
    await start('CANARY-refresh-1')
    core.on('settings', ({ theme }) => seen.push(theme))
    noteReads()
  })

  it('are heard, and then the stores are read, before whoever changed them has the answer', async () => {
    await run(core.changeSettings({ theme: 'dark' }).then(() => seen.push('changed')))
    expect(seen.slice(0, 3)).toEqual(['dark', 'read', 'changed'])
  })

  it('are heard, and then the stores are read, when a person edits the file', async () => {
    configure({ ...SETTINGS, theme: 'light' })
    await ports.clock.advance(1000)
    expect(seen).toEqual(['light', 'read'])
  })

  it('are not heard of a file that is broken: the stores are read, and the overview says it', async () => {
    core.on('overview', ({ problems }) => seen.push(problems[0]?.code))
    configure('{')
    await ports.clock.advance(1000)
    expect(seen[0]).toBe('read')
    expect(seen).toContain('CONFIG_INVALID')
    expect(seen).not.toContain('system')
  })
})

describe('login', () => {
  it('is heard step by step, its end when the stores were read and the history has it', async () => {
    ports = createFakePorts({ http: answeringLogins(ports.http) })
    configure(SETTINGS)
    await start('CANARY-refresh-1', HOUR, false)
    core.on('login', ({ step }) => seen.push(step.kind))
    core.on('history', ({ kind }) => seen.push(kind))
    const { id, step } = await run(core.logins.start({ profileId: ENTRY }))
    if (step.kind !== 'browser') throw new Error(step.kind)
    noteReads()
    const asked = new URL(step.url).searchParams
    await run(core.logins.paste(id, `${asked.get('redirect_uri')}?code=c&state=${asked.get('state')}`))
    expect(seen.slice(0, 2)).toEqual(['starting', 'browser'])
    expect(seen.slice(-3)).toEqual(['signed-in', 'read', 'done'])
  })
})

describe('nodes', () => {
  it('are heard when one is added, while it is looked at, and when that has come to its end', async () => {
    await start('CANARY-refresh-1')
    core.on('nodes', (views) => seen.push(views.map(({ reach }) => reach.kind).join()))
    await run(core.nodes.add('gpu-box').then(() => seen.push('added')))
    await run(core.nodes.look('gpu-box').then(() => seen.push('looked')))
    expect(seen).toEqual(['unknown', 'added', 'asking', 'unreachable', 'looked'])
  })
})
