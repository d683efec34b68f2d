import { chmodSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Credential } from '../../../../app/model/credential.ts'
import type { Holder } from '../../../../app/model/holder.ts'
import { Secret } from '../../../../app/model/secret.ts'
import type { OpenClawStore } from '../../../../app/stores/openclaw/store.ts'
import { type StoreUnderTest, storeLaws, successorOf } from '../../../conformance/store.conformance.ts'
import { FakeProcess } from '../../../fakes/process.ts'
import {
  CODEX,
  codexProfile,
  entryIn,
  holderAt,
  LATER_MS,
  makePlace,
  type Place,
} from '../../../support/openclaw.ts'

const ADA: Credential = {
  kind: 'oauth',
  accessToken: new Secret('CANARY-access-1'),
  refreshToken: new Secret('CANARY-refresh-1'),
  expiresAtMs: LATER_MS,
  account: { id: 'account-1', email: 'ada@example.test' },
  generation: 0,
}

storeLaws('OpenClaw', async (): Promise<StoreUnderTest> => {
  const place = makePlace()
  place.put({
    [CODEX]: codexProfile(),
    'xai:bob': { ...codexProfile(), provider: 'xai', accountId: 'account-2' },
  })
  return {
    store: place.store(),
    sibling: place.store(),
    holder: holderAt(place),
    other: holderAt(place, 'main', 'xai:bob'),
    credential: ADA,
    text: async () =>
      readdirSync(join(place.path(), '..')).includes('auth-profiles.json') ? place.text() : undefined,
    write: async (text) => void place.write(text),
    remove: async () => rmSync(place.path()),
    async addUnknownKeys() {
      const raw = place.json()
      raw.future = { a: 1 }
      place.put({ ...raw.profiles, [CODEX]: { ...raw.profiles[CODEX], colour: 'amber' } }, 'main', {
        future: { a: 1 },
      })
      return async () => {
        const now = place.json()
        return JSON.stringify(now.future) === '{"a":1}' && now.profiles[CODEX]?.colour === 'amber'
      }
    },
  }
})

async function write(
  store: OpenClawStore,
  holders: readonly Holder[],
  next: Credential,
  expected = ADA,
): Promise<string[]> {
  const lock = await store.writing.lock(holders, 2_000)
  try {
    const outcomes: string[] = []
    for (const holder of holders) outcomes.push(await store.writing.replace(holder, next, expected))
    return outcomes
  } finally {
    await lock.release()
  }
}

function leftovers(place: Place, agent = 'main'): readonly string[] {
  return readdirSync(join(place.path(agent), '..')).filter((name) => name !== 'auth-profiles.json')
}

describe('OpenClaw, writing', () => {
  it('keeps fifteen agents’ files as they were but for the tokens', async () => {
    const place = makePlace()
    const agents = Array.from({ length: 15 }, (_, n) => (n === 0 ? 'main' : `agent-${n}`))
    const before = new Map<string, string>()
    for (const [n, agent] of agents.entries()) {
      const odd = {
        version: 1,
        theirs: { n, list: [1, { a: null }] },
        profiles: {
          'anthropic:manual': {
            type: 'token',
            provider: 'anthropic',
            token: `CANARY-static-${n}`,
            note: 'ä "quoted"',
          },
          [CODEX]: { colour: n, ...codexProfile({ idToken: 'CANARY-id-1' }), nested: { access: 'not mine' } },
        },
        authorizationLifetimes: { [CODEX]: 'b6b0…' },
      }
      place.write(
        JSON.stringify(odd, null, n % 3 === 0 ? 2 : n % 3 === 1 ? '\t' : 0) + (n % 2 === 0 ? '\n' : ''),
        agent,
      )
      before.set(agent, place.text(agent))
    }
    const store = place.store()
    const holders = agents.map((agent) => holderAt(place, agent))
    const next = { ...successorOf(ADA, '2'), idToken: new Secret('CANARY-id-2') }
    expect(await write(store, holders, next)).toEqual(agents.map(() => 'written'))
    for (const agent of agents) {
      const expected = (before.get(agent) ?? '')
        .replace('CANARY-access-1', 'CANARY-access-2')
        .replace('CANARY-refresh-1', 'CANARY-refresh-2')
        .replace('CANARY-id-1', 'CANARY-id-2')
        .replace(String(LATER_MS), String(LATER_MS + 3_600_000))
      expect(place.text(agent)).toBe(expected)
      if (process.platform !== 'win32') expect(statSync(place.path(agent)).mode & 0o777).toBe(0o600)
      expect(leftovers(place, agent)).toEqual([])
    }
    expect(readdirSync(join(place.state, 'locks', 'oauth-refresh'))).toEqual([])
  })

  it('keeps the old refresh token when there is no new one, and adds no key', async () => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile() })
    const { refreshToken: _, ...next } = successorOf(ADA, '2')
    await write(place.store(), [holderAt(place)], { ...next, idToken: new Secret('CANARY-id') })
    expect(place.json().profiles[CODEX]).toEqual(
      codexProfile({ access: 'CANARY-access-2', expires: LATER_MS + 3_600_000 }),
    )
  })

  it('writes under the names the file uses', async () => {
    const place = makePlace()
    place.put({
      [CODEX]: {
        mode: 'oauth',
        provider: 'openai-codex',
        access_token: 'CANARY-access-1',
        refreshToken: 'CANARY-refresh-1',
        expires_at: LATER_MS,
      },
    })
    await write(place.store(), [holderAt(place)], successorOf(ADA, '2'))
    expect(place.json().profiles[CODEX]).toEqual({
      mode: 'oauth',
      provider: 'openai-codex',
      access_token: 'CANARY-access-2',
      refreshToken: 'CANARY-refresh-2',
      expires_at: LATER_MS + 3_600_000,
    })
  })

  it('takes OpenClaw’s margin off once, however often the tokens are copied', async () => {
    const place = makePlace()
    const id = 'anthropic:ada'
    const profile = codexProfile({ provider: 'anthropic' })
    for (const agent of ['main', 'ops']) place.put({ [id]: profile }, agent)
    const store = place.store()
    const next = { ...successorOf(ADA, '2'), expiresAtMs: LATER_MS + 8 * 3_600_000 }
    await write(store, [holderAt(place, 'main', id)], next)
    const stored = LATER_MS + 8 * 3_600_000 - 5 * 60_000
    expect(place.json('main').profiles[id]?.expires).toBe(stored)
    const adopted = (await entryIn(store, id, 'main')).credential as Credential
    expect(adopted.expiresAtMs).toBe(stored)
    await write(store, [holderAt(place, 'ops', id)], adopted)
    expect(place.json('ops').profiles[id]?.expires).toBe(stored)
  })

  it('never stores a short-lived token as lapsed', async () => {
    const place = makePlace()
    place.put({ 'anthropic:ada': codexProfile({ provider: 'anthropic' }) })
    const next = { ...successorOf(ADA, '2'), issuedAtMs: LATER_MS, expiresAtMs: LATER_MS + 120_000 }
    await write(place.store(), [holderAt(place, 'main', 'anthropic:ada')], next)
    expect(place.json().profiles['anthropic:ada']?.expires).toBe(LATER_MS + 60_000)
  })

  it.skipIf(process.platform === 'win32')(
    'follows a link to its target, locks both names, and keeps the link',
    async () => {
      const place = makePlace()
      place.put({ [CODEX]: codexProfile() }, 'main')
      mkdirSync(join(place.path('ops'), '..'), { recursive: true })
      symlinkSync(place.path('main'), place.path('ops'))
      const store = place.store()
      const lock = await store.writing.lock([holderAt(place, 'ops')], 1_000)
      expect(leftovers(place, 'ops')).toEqual(['auth-profiles.json.lock'])
      expect(leftovers(place, 'main')).toEqual(['auth-profiles.json.lock'])
      expect(await store.writing.replace(holderAt(place, 'ops'), successorOf(ADA, '2'), ADA)).toBe('written')
      await lock.release()
      expect(lstatSync(place.path('ops')).isSymbolicLink()).toBe(true)
      expect(place.json('main').profiles[CODEX]?.access).toBe('CANARY-access-2')
      expect(leftovers(place, 'main')).toEqual([])
    },
  )

  it('notices that the file was replaced between the look and the write', async () => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile() })
    const store = place.store()
    await store.scan()
    place.put({ [CODEX]: codexProfile({ access: 'CANARY-theirs', refresh: 'CANARY-theirs' }) })
    const before = place.text()
    expect(await write(store, [holderAt(place)], successorOf(ADA, '2'))).toEqual(['changed'])
    expect(place.text()).toBe(before)
  })

  it('calls a profile gone that is gone, and does not bring a removed agent back', async () => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile() })
    const store = place.store()
    await store.scan()
    place.put({})
    expect(await write(store, [holderAt(place)], successorOf(ADA, '2'))).toEqual(['gone'])
    rmSync(join(place.state, 'agents'), { recursive: true })
    expect(await write(store, [holderAt(place)], successorOf(ADA, '2'))).toEqual(['gone'])
    expect(readdirSync(place.state)).not.toContain('agents')
  })

  it
    .skipIf(process.platform === 'win32')
    .each([
      ['the file', 0o400, 0o700],
      ...(process.getuid?.() === 0 ? [] : [['the folder', 0o600, 0o500] as const]),
    ] as const)('shows %s as read-only and leaves it alone', async (_, file, folder) => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile() })
    chmodSync(place.path(), file)
    chmodSync(join(place.path(), '..'), folder)
    const store = place.store()
    const entry = await entryIn(store)
    expect(entry).toMatchObject({ mode: 'shared', problem: { code: 'STORE_READ_ONLY' } })
    await expect(store.writing.replace(holderAt(place), successorOf(ADA, '2'), ADA)).rejects.toMatchObject({
      code: 'STORE_READ_ONLY',
    })
    chmodSync(join(place.path(), '..'), 0o700)
  })

  it.each([
    ['a later version', { version: 2, profiles: { [CODEX]: codexProfile() } }],
    [
      'another program’s login',
      { version: 1, profiles: { [CODEX]: codexProfile({ provider: 'claude-cli' }) } },
    ],
    ['a field of a wrong type', { version: 1, profiles: { [CODEX]: codexProfile({ email: 7 }) } }],
  ])('writes nothing over %s', async (_, file) => {
    const place = makePlace()
    place.write(JSON.stringify(file))
    const before = place.text()
    await expect(write(place.store(), [holderAt(place)], successorOf(ADA, '2'))).rejects.toMatchObject({
      code: 'STORE_READ_ONLY',
    })
    expect(place.text()).toBe(before)
  })
})

describe('OpenClaw, reading', () => {
  it('waits out a file that is half written', async () => {
    const place = makePlace()
    const whole = place.put({ [CODEX]: codexProfile() }) && place.text()
    place.write(whole.slice(0, 40))
    setTimeout(() => place.write(whole), 150)
    expect((await place.store().read(holderAt(place)))?.credential).toBeDefined()
  })

  it('shows the logins it knew when their file breaks, without tokens', async () => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile() })
    const store = place.store()
    await store.scan()
    place.write('{"version":1,')
    const { entries, places } = await store.scan()
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ holder: { entry: CODEX }, problem: { code: 'STORE_CORRUPT' } })
    expect(entries[0]?.credential).toBeUndefined()
    expect(places).toContainEqual(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'STORE_CORRUPT' }) }),
    )
  })

  it('counts agents in the place it looked at', async () => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile(), 'xai:default': codexProfile({ provider: 'xai' }) })
    place.put({ [CODEX]: codexProfile() }, 'ops')
    mkdirSync(join(place.state, 'agents', 'empty', 'agent'), { recursive: true })
    const { places } = await place.store().scan()
    expect(places).toEqual([{ label: 'OpenClaw', path: place.state, found: '2 agents', present: true }])
  })

  it('says of an openclaw.json that it cannot read', async () => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile() })
    place.config('{agents: {list: [')
    const { entries, places } = await place.store().scan()
    expect(entries).toHaveLength(1)
    expect(places[1]).toMatchObject({
      present: true,
      isSettings: true,
      problem: { code: 'STORE_CORRUPT' },
    })
    place.config('')
    expect((await place.store().scan()).places).toHaveLength(1)
  })

  it('says when there is no OpenClaw', async () => {
    const place = makePlace()
    rmSync(place.state, { recursive: true })
    const { entries, places } = await place.store().scan()
    expect(entries).toEqual([])
    expect(places).toMatchObject([{ found: 'not there', present: false }])
  })
})

describe('OpenClaw, watching', () => {
  it('hears of an agent that comes later', async () => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile() })
    const store = place.store()
    let told = 0
    let wake = (): void => undefined
    const unwatch = store.watch(() => {
      told++
      wake()
    })
    await store.scan()
    const heard = new Promise<void>((resolve) => {
      wake = resolve
    })
    place.put({ [CODEX]: codexProfile() }, 'later')
    await heard
    unwatch()
    expect(told).toBeGreaterThan(0)
    expect((await store.scan()).entries).toHaveLength(2)
  })

  it('hears of a change in the moment after a scan', async () => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile() })
    const store = place.store()
    const heard = new Promise<void>((resolve) => {
      const unwatch = store.watch(() => {
        unwatch()
        resolve()
      })
    })
    await store.scan()
    place.put({ [CODEX]: { ...codexProfile(), access: 'CANARY-access-2' } })
    await heard
  })

  it('does not take the coming and going of locks for a change', async () => {
    const place = makePlace(new FakeProcess({ pid: process.pid }))
    place.put({ [CODEX]: codexProfile() })
    const store = place.store()
    let told = 0
    const unwatch = store.watch(() => void told++)
    await store.scan()
    for (let n = 0; n < 3; n++) await (await store.writing.lock([holderAt(place)], 1_000)).release()
    await new Promise((resolve) => setTimeout(resolve, 200))
    unwatch()
    expect(told).toBe(0)
  })
})
