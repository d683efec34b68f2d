import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, it, vi } from 'vitest'
import type { Credential } from '../../../../app/model/credential.ts'
import type { Entry } from '../../../../app/model/holder.ts'
import { Secret } from '../../../../app/model/secret.ts'
import type { OpenClawStore } from '../../../../app/stores/openclaw/store.ts'
import { type StoreUnderTest, storeLaws, successorOf } from '../../../conformance/store.conformance.ts'
import { FakeClock } from '../../../fakes/clock.ts'
import { CODEX, codexProfile, holderAt, LATER_MS, makePlace, type Place } from '../../../support/openclaw.ts'
import { OpenClawDatabase } from '../../../support/openclaw-database.ts'

const OPENAI = 'openai:ada@example.test'
const PROFILE = codexProfile({ provider: 'openai' })
const ADA: Credential = {
  kind: 'oauth',
  accessToken: new Secret('CANARY-access-1'),
  refreshToken: new Secret('CANARY-refresh-1'),
  expiresAtMs: LATER_MS,
  account: { id: 'account-1', email: 'ada@example.test' },
  generation: 0,
}
const CLAIM = '0123456789abcdef0123456789abcdef'

function fence(kind: 'access' | 'refresh', secret: string, mark = '', profile = OPENAI): string {
  const text = JSON.stringify(['openclaw.oauth-refresh-generation', 1, profile, 'openai', kind, secret])
  const digest = createHash('sha256').update(text).digest('hex')
  return `openclaw-oauth-refresh-fence:v1:${CLAIM}:${mark}${kind}:${digest}`
}

/** What OpenClaw leaves in the place of those tokens. */
function fenced(mark = ''): Record<string, unknown> {
  const access = fence('access', 'CANARY-access-1', mark)
  return { ...PROFILE, access, refresh: fence('refresh', 'CANARY-refresh-1', mark), expires: 1 }
}

function lawful(open: (place: Place) => OpenClawDatabase, agent: string): () => Promise<StoreUnderTest> {
  return async () => {
    const place = makePlace()
    const database = open(place)
    const bob = { ...PROFILE, provider: 'xai', accountId: 'account-2' }
    database.put({ profiles: { [OPENAI]: PROFILE, 'xai:bob': bob } })
    const holder = (entry: string) => ({
      ...holderAt(place, agent, entry),
      path: database.path,
      ...(agent === '@shared' ? { label: 'OpenClaw' } : {}),
    })
    return {
      store: place.store(),
      sibling: place.store(),
      holder: holder(OPENAI),
      other: holder('xai:bob'),
      credential: ADA,
      text: async () => database.text(),
      write: async (text) => database.write(text),
      remove: async () => {
        const one = new DatabaseSync(database.path)
        one.exec(
          agent === '@shared'
            ? "DELETE FROM config_machine_state WHERE state_key = 'authProfiles.store'"
            : 'DELETE FROM auth_profile_store',
        )
        one.close()
      },
      async addUnknownKeys() {
        const raw = database.json()
        database.write(
          JSON.stringify({
            ...raw,
            future: { a: 1 },
            profiles: { ...raw.profiles, [OPENAI]: { ...raw.profiles[OPENAI], colour: 'amber' } },
          }),
        )
        return async () => {
          const now = database.json()
          return JSON.stringify(now['future']) === '{"a":1}' && now.profiles[OPENAI]?.['colour'] === 'amber'
        }
      },
    }
  }
}

storeLaws(
  "OpenClaw's shared row",
  lawful(({ state }) => OpenClawDatabase.shared(state), '@shared'),
)
storeLaws(
  'The row of an OpenClaw agent',
  lawful(({ state }) => OpenClawDatabase.agent(state, 'work'), 'work'),
)

async function only(store: OpenClawStore): Promise<Entry> {
  const { entries } = await store.scan()
  expect(entries).toHaveLength(1)
  return entries[0] as Entry
}

describe('Logins in OpenClaw databases, reading', () => {
  it('has one row for each profile of the shared store and of each agent, and counts no agent for a login', async () => {
    const place = makePlace()
    OpenClawDatabase.shared(place.state, {
      profiles: {
        [OPENAI]: PROFILE,
        'openai:key': { type: 'api_key', provider: 'openai', key: 'CANARY-key' },
      },
    })
    OpenClawDatabase.agent(place.state, 'main')
    const pat = { type: 'token', provider: 'github-copilot', token: 'CANARY-token' }
    OpenClawDatabase.agent(place.state, 'work', { profiles: { 'github-copilot:pat': pat } })
    const { entries, places } = await place.store().scan()
    expect(entries.map(({ holder, mode, kind }) => [holder.label, holder.entry, mode, kind])).toEqual([
      ['OpenClaw', OPENAI, 'shared', 'oauth'],
      ['OpenClaw', 'openai:key', 'watched', 'api-key'],
      ['OpenClaw · work', 'github-copilot:pat', 'watched', 'token'],
    ])
    expect(entries[0]?.credential?.expiresAtMs).toBe(LATER_MS)
    expect(places).toHaveLength(1)
    expect(places[0]?.found).toBe('1 agent') // logins are counted where copies are known to be one
  })

  it.each([null, '{"location":"legacy-main"}'])(
    'reads no shared row where auth.sharedStore is %s',
    async (sharedStore) => {
      const place = makePlace()
      OpenClawDatabase.shared(place.state, { sharedStore, profiles: { 'openai:stale': PROFILE } })
      OpenClawDatabase.agent(place.state, 'main', { profiles: { [OPENAI]: PROFILE } })
      expect((await only(place.store())).holder.label).toBe('OpenClaw · main')
    },
  )

  it('says that it does not know another place for the shared store, and reads the agents', async () => {
    const place = makePlace()
    OpenClawDatabase.shared(place.state, { sharedStore: '{"location":"cloud"}' })
    OpenClawDatabase.agent(place.state, 'main', { profiles: { [OPENAI]: PROFILE } })
    const { entries, places } = await place.store().scan()
    expect(entries).toHaveLength(1)
    expect(places[1]?.problem?.message).toContain('does not know')
  })

  it('takes the shared database for the owner of all logins as soon as OpenClaw says so, or is new enough', async () => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile() })
    OpenClawDatabase.shared(place.state, { sharedStore: null })
    expect((await only(place.store())).holder.path).toBe(place.path())
    place.config('{"meta": {"lastTouchedVersion": "2026.5.28"}}')
    expect((await only(place.store())).holder.path).toBe(place.path())
    place.config('{"meta": {"lastTouchedVersion": "2026.8.1"}}')
    expect((await place.store().scan()).entries).toEqual([])
    place.config('{}')
    OpenClawDatabase.shared(place.state)
    expect((await place.store().scan()).entries).toEqual([])
  })

  it('never reads, locks or writes a JSON file that was left beside a database', async () => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile() })
    OpenClawDatabase.agent(place.state, 'main')
    const store = place.store()
    const before = place.text()
    expect((await store.scan()).entries).toEqual([])
    const readOnly = { code: 'STORE_READ_ONLY' }
    await expect(store.writing.lock([holderAt(place)], 100)).rejects.toMatchObject(readOnly)
    expect(await store.writing.replace(holderAt(place), successorOf(ADA), ADA)).toBe('gone')
    expect(place.text()).toBe(before)
  })

  it('does not take an empty database file for one', async () => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile() })
    place.write('', 'main', 'openclaw-agent.sqlite')
    expect((await only(place.store())).mode).toBe('shared')
  })

  it.each([
    ['shared', 19],
    ['agent', 24],
  ])('only counts down in a %s database of a newer schema', async (kind, schema) => {
    const place = makePlace()
    const content = { schema, profiles: { [OPENAI]: PROFILE } }
    if (kind === 'shared') OpenClawDatabase.shared(place.state, content)
    else OpenClawDatabase.agent(place.state, 'main', content)
    const store = place.store()
    const entry = await only(store)
    expect(entry).toMatchObject({ mode: 'watched', problem: { code: 'STORE_READ_ONLY' } })
    expect(entry.credential?.expiresAtMs).toBe(LATER_MS)
    await expect(store.writing.replace(entry.holder, successorOf(ADA), ADA)).rejects.toMatchObject({
      code: 'STORE_READ_ONLY',
    })
  })

  it.each([
    ['without the table', 'DROP TABLE auth_profile_store'],
    ['with other columns', 'ALTER TABLE auth_profile_store RENAME COLUMN store_json TO store_blob'],
    ['with a text of another kind', "UPDATE auth_profile_store SET store_json = 'sealed:1:AAAA'"],
  ])(
    'says of a newer database %s that it cannot be read yet, and calls it neither empty nor damaged',
    async (_how, sql) => {
      const place = makePlace()
      const database = OpenClawDatabase.agent(place.state, 'main', {
        profiles: { [OPENAI]: PROFILE },
        schema: 24,
      })
      const one = new DatabaseSync(database.path)
      one.exec(sql)
      one.close()
      const { entries, places } = await place.store().scan()
      expect(entries).toEqual([])
      expect(places.map(({ problem }) => problem)).toContainEqual(
        expect.objectContaining({
          code: 'STORE_UNREADABLE',
          message: `${database.path} keeps its logins in a way that this Lamplighter does not know.`,
          hint: expect.stringContaining('Update Lamplighter'),
        }),
      )
    },
  )

  it('says so of the shared one as well, and takes one of a known schema without the table for empty', async () => {
    const newer = makePlace()
    const shared = OpenClawDatabase.shared(newer.state, { schema: 19 })
    const one = new DatabaseSync(shared.path)
    one.exec('DROP TABLE config_machine_state')
    one.close()
    expect((await newer.store().scan()).places.map(({ problem }) => problem?.code)).toContain(
      'STORE_UNREADABLE',
    )
    const known = makePlace()
    const agents = new DatabaseSync(OpenClawDatabase.agent(known.state, 'main').path)
    agents.exec('DROP TABLE auth_profile_store')
    agents.close()
    expect((await known.store().scan()).places.map(({ problem }) => problem)).toEqual([undefined])
  })

  it('shows what is no database as a problem of that place', async () => {
    const place = makePlace()
    place.write('x'.repeat(4096), 'work', 'openclaw-agent.sqlite')
    mkdirSync(join(place.state, 'state'))
    writeFileSync(join(place.state, 'state', 'openclaw.sqlite'), 'x'.repeat(4096))
    OpenClawDatabase.agent(place.state, 'main', { profiles: { [OPENAI]: PROFILE } })
    const { entries, places } = await place.store().scan()
    expect(entries).toHaveLength(1)
    expect(places.slice(1).map(({ problem }) => problem?.code)).toEqual(['STORE_CORRUPT', 'STORE_CORRUPT'])
  })

  it('is read-only where the file cannot be written', async () => {
    if (process.getuid?.() === 0) return // root may write everywhere
    const place = makePlace()
    const database = OpenClawDatabase.shared(place.state, { profiles: { [OPENAI]: PROFILE } })
    chmodSync(database.path, 0o400)
    expect((await only(place.store())).problem?.code).toBe('STORE_READ_ONLY')
  })
})

describe('Logins in OpenClaw databases, writing', () => {
  it('changes the three members, and not one byte elsewhere', async () => {
    const place = makePlace()
    const database = OpenClawDatabase.shared(place.state, {
      profiles: { [OPENAI]: { ...PROFILE, chatgptPlanType: 'pro' } },
    })
    const before = database.text() as string
    const next = successorOf(ADA)
    const store = place.store()
    const { holder } = await only(store)
    expect(await store.writing.replace(holder, next, ADA)).toBe('written')
    expect(database.text()).toBe(
      before
        .replace('CANARY-access-1', 'CANARY-access-g1')
        .replace('CANARY-refresh-1', 'CANARY-refresh-g1')
        .replace(String(LATER_MS), String(next.expiresAtMs)),
    )
  })

  it('holds the lock that OpenClaw takes for this profile, and none beside the database', async () => {
    const place = makePlace()
    OpenClawDatabase.shared(place.state, { profiles: { [OPENAI]: PROFILE } })
    const store = place.store()
    const { holder } = await only(store)
    const lock = await store.writing.lock([holder], 1000)
    const path = join(place.state, 'locks', 'oauth-refresh', 'lock-2157e475b1f1e9474244db897e947869.lock')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid })
    expect((await store.locks.held([holder])).every((one) => one.path.includes('oauth-refresh'))).toBe(true)
    await lock.release()
  })

  it('waits for whoever writes the database, and survives a thousand interleaved writes whole', async () => {
    const place = makePlace()
    const database = OpenClawDatabase.shared(place.state, { profiles: { [OPENAI]: PROFILE, other: PROFILE } })
    const store = place.store()
    const holder = { ...holderAt(place, '@shared', OPENAI), path: database.path }
    let credential = ADA
    for (let n = 0; n < 500; n++) {
      const next = { ...successorOf(credential), generation: n + 1 }
      expect(await store.writing.replace(holder, next, credential)).toBe('written')
      credential = next
      const raw = database.json()
      database.write(JSON.stringify({ ...raw, profiles: { ...raw.profiles, other: { ...PROFILE, n } } }))
    }
    expect(Object.values(database.check() as object)).toEqual(['ok'])
    expect(database.json().profiles['other']?.['n']).toBe(499)
    expect(database.json().profiles[OPENAI]?.['access']).toBe('CANARY-access-g500')
  }, 60_000)

  it('takes a login out of its cooldown after a sign-in, and asks for no restart', async () => {
    const place = makePlace()
    const database = OpenClawDatabase.agent(place.state, 'work', {
      profiles: { [OPENAI]: PROFILE },
      state: { usageStats: { [OPENAI]: { cooldownUntil: LATER_MS, errorCount: 3 } }, kept: true },
    })
    const store = place.store()
    const { holder } = await only(store)
    expect(await store.afterLogin([holder])).toEqual({
      repaired: [`OpenClaw had set ${OPENAI} aside after failures; it may use it again. (work)`],
      remains: [],
    })
    expect(database.json('state')).toMatchObject({ usageStats: { [OPENAI]: { errorCount: 0 } }, kept: true })
  })

  it('does not count what OpenClaw asks us for: that is a login of ours', async () => {
    const place = makePlace()
    const ref = (provider: string) => ({
      type: 'token',
      provider: 'openai',
      tokenRef: { source: 'exec', provider, id: 'openclaw:openai:x' },
    })
    const profiles = { 'openai:ours': ref('lamplighter-logins'), 'openai:theirs': ref('vault') }
    OpenClawDatabase.agent(place.state, 'main', { profiles })
    expect(await only(place.store())).toMatchObject({ holder: { entry: 'openai:theirs' }, mode: 'watched' })
  })

  it('offers no file for a copy: a database is never put back as a whole', async () => {
    const place = makePlace()
    OpenClawDatabase.shared(place.state, { profiles: { [OPENAI]: PROFILE } })
    const store = place.store()
    expect(store.writing.files((await only(store)).holder)).toEqual([])
  })
})

describe('Logins that OpenClaw lost', () => {
  /** A login that was seen while it was well, and then lost. */
  async function lostLogin(mark = 'failed:', atMs = Date.now()) {
    const place = makePlace()
    const database = OpenClawDatabase.shared(place.state, { profiles: { [OPENAI]: PROFILE } })
    const store = place.store()
    const unwatch = store.watch(() => undefined)
    await store.scan()
    unwatch()
    database.put({
      profiles: { [OPENAI]: fenced(mark) },
      state: { usageStats: { [OPENAI]: { cooldownUntil: LATER_MS, errorCount: 3 } } },
      atMs,
    })
    return { place, database, store: place.store(), database2: database }
  }

  it('are refreshed by OpenClaw for two minutes, and lost after them', async () => {
    const { place, database } = await lostLogin('', Date.now() - 60_000)
    expect(await only(place.store())).toMatchObject({
      mode: 'watched',
      note: 'OpenClaw is renewing it now.',
    })
    database.put({ profiles: { [OPENAI]: fenced() }, atMs: Date.now() - 121_000 })
    expect(await only(place.store())).toMatchObject({ mode: 'shared', lost: expect.stringContaining('kept') })
  })

  it('come back with the tokens that were kept, written over the fence, and out of their cooldown', async () => {
    const { store, database } = await lostLogin()
    const entry = await only(store)
    expect(entry).toMatchObject({ mode: 'shared', lost: expect.stringContaining('lost this login') })
    expect(entry.credential?.refreshToken?.equals(ADA.refreshToken)).toBe(true)
    const next = successorOf(ADA)
    expect(await store.writing.replace(entry.holder, next, entry.credential)).toBe('written')
    expect(database.json().profiles[OPENAI]).toMatchObject({
      access: 'CANARY-access-g1',
      refresh: 'CANARY-refresh-g1',
      expires: next.expiresAtMs,
    })
    expect(database.json('state').usageStats[OPENAI]).toEqual({ errorCount: 0 })
    expect(await only(store)).not.toHaveProperty('lost')
  })

  it('need a sign-in where nothing was kept, or a fence stands for other tokens; it is written over the fence', async () => {
    const { place, database } = await lostLogin()
    database.put({
      profiles: { [OPENAI]: { ...fenced('failed:'), refresh: fence('refresh', 'CANARY-other', 'failed:') } },
    })
    const store = place.store()
    const entry = await only(store)
    expect(entry).toMatchObject({
      mode: 'watched',
      ended: expect.stringContaining('sign-in'),
      writable: true,
    })
    expect(entry.credential).toBeUndefined()
    expect(await store.writing.replace(entry.holder, ADA, undefined)).toBe('written')
    expect(database.json().profiles[OPENAI]).toMatchObject({ refresh: 'CANARY-refresh-1', expires: LATER_MS })
    // A gateway that lost it itself does not look into the row again until it is told.
    const { remains } = await store.afterLogin([entry.holder])
    expect(remains).toEqual([{ what: expect.any(String), command: 'openclaw secrets reload' }])
    expect((await store.afterLogin([entry.holder])).remains).toEqual([])
  })

  it('are written over only while the fence stands', async () => {
    const { store, database } = await lostLogin()
    const { holder } = await only(store)
    database.put({
      profiles: { [OPENAI]: { ...PROFILE, access: 'CANARY-access-9', refresh: 'CANARY-refresh-9' } },
    })
    expect(await store.writing.replace(holder, successorOf(ADA), ADA)).toBe('changed')
    expect(await store.writing.replace(holder, successorOf(ADA), undefined)).toBe('changed')
  })

  it('have ended where the fence has a form that is not known', async () => {
    const place = makePlace()
    const odd = 'openclaw-oauth-refresh-fence:v2:abc:failed:refresh:00'
    OpenClawDatabase.shared(place.state, { profiles: { [OPENAI]: { ...PROFILE, refresh: odd, expires: 1 } } })
    const entry = await only(place.store())
    expect(entry.ended).toBeDefined()
    expect(entry.writable).toBeUndefined()
  })

  it('keeps no token in the clear', async () => {
    const { place } = await lostLogin()
    const text = readFileSync(join(place.state, '..', '.lamplighter', 'openclaw-generations.json'), 'utf8')
    expect(text).toContain(OPENAI)
    expect(text).not.toContain('CANARY')
  })

  it('looks again when a fence has become old enough, though nothing changes', async () => {
    const clock = new FakeClock()
    const place = makePlace(undefined, clock)
    OpenClawDatabase.shared(place.state, {
      profiles: { [OPENAI]: fenced() },
      atMs: clock.now() - 119_900,
    })
    const store = place.store()
    const told = vi.fn()
    const unwatch = store.watch(told)
    expect(await only(store)).toMatchObject({ note: 'OpenClaw is renewing it now.' })
    await clock.advance(99)
    expect(told).not.toHaveBeenCalled()
    await clock.advance(2)
    expect(told).toHaveBeenCalledTimes(1)
    unwatch()
    expect((await only(store)).ended).toBeDefined()
  })
})

describe('OpenClaw databases, watching', () => {
  it('hears of a change of the logins, and of nothing else in the database', async () => {
    const place = makePlace()
    const database = OpenClawDatabase.shared(place.state, { profiles: { [OPENAI]: PROFILE }, atMs: 1000 })
    const store = place.store()
    let told = 0
    const unwatch = store.watch(() => told++)
    await store.scan()
    const keep = new DatabaseSync(database.path) // while somebody has it open, a write touches only the log beside it
    keep.exec('CREATE TABLE sessions (id TEXT); INSERT INTO sessions VALUES (1)')
    database.put({ profiles: { [OPENAI]: { ...PROFILE, access: 'CANARY-access-2' } }, atMs: 2000 })
    await vi.waitFor(() => expect(told).toBe(1), 5_000)
    keep.close()
    unwatch()
  })
})
