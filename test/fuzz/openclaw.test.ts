/** Whatever stands in another program's files: a look neither throws nor writes, and a write changes what it must and no more. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../app/base/errors.ts'
import type { Credential } from '../../app/model/credential.ts'
import { Secret } from '../../app/model/secret.ts'
import { agentFoldersIn, parseConfig } from '../../app/stores/openclaw/config.ts'
import { parseStore } from '../../app/stores/openclaw/format.ts'
import { mergeCredential } from '../../app/stores/openclaw/merge.ts'
import { createOpenClawStore } from '../../app/stores/openclaw/store.ts'
import { createFakePorts } from '../fakes/ports.ts'
import { anyJson, anyText, damaged, fuzz } from '../support/fuzz.ts'
import { findBuiltIn } from '../support/openclaw.ts'

const STATE = '/home/ada/.openclaw'
const FILE = `${STATE}/agents/main/agent/auth-profiles.json`
const PROFILE = 'openai-codex:ada@example.test'
const KEYS = [
  'version',
  'profiles',
  PROFILE,
  'type',
  'mode',
  'provider',
  'access',
  'access_token',
  'accessToken',
  'refresh',
  'expires',
  'expires_at',
  'idToken',
  'accountId',
  'email',
  'displayName',
  'token',
  'key',
  'apiKey',
  'oauthRef',
  'keyRef',
  'scope',
  'grantedScope',
  'usageStats',
  'lastGood',
  'order',
  'cooldownUntil',
  'errorCount',
  'agents',
  'list',
  'agentDir',
  'meta',
  'lastTouchedVersion',
  'auth',
]
const WRITES = /^(writeAtomic|createExclusive|append|remove|rename|makeFolder|touch)/

/** Good enough to get past the first check, bad enough for the second. */
function mostly<T>(good: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ arbitrary: fc.constant(good), weight: 6 }, { arbitrary: other, weight: 1 })
}

const login = fc.record(
  {
    type: mostly('oauth', fc.constantFrom('token', 'api_key', 'other')),
    provider: mostly('openai-codex', fc.constantFrom('anthropic', 'unheard-of', '')),
    access: mostly('CANARY-access-1', anyText()),
    refresh: mostly('CANARY-refresh-1', anyText()),
    expires: mostly<unknown>(
      1_800_000_000_000,
      fc.constantFrom(0, -1, '1800000000000', 1e300, null, 1_800_000_000),
    ),
    email: mostly('ada@example.test', anyText()),
    grantedScope: mostly('a b', anyText()),
    usageStats: anyJson(KEYS),
  },
  { requiredKeys: ['type', 'provider', 'access', 'refresh'] },
)
const valid = fc
  .tuple(
    fc.dictionary(fc.oneof(fc.constant(PROFILE), anyText()), login, { minKeys: 1, maxKeys: 4 }),
    anyJson(KEYS),
    fc.constantFrom(0, 2, '\t'),
  )
  .map(([profiles, rest, indent]) => JSON.stringify({ ...Object(rest), version: 1, profiles }, null, indent))
const text = fc.oneof(
  anyText(),
  anyJson(KEYS).map((value) => JSON.stringify(value)),
  valid,
  damaged(valid),
)

const next: Credential = {
  kind: 'oauth',
  accessToken: new Secret('CANARY-access-2'),
  refreshToken: new Secret('CANARY-refresh-2'),
  expiresAtMs: 1_900_000_000_000,
  issuedAtMs: 1_900_000_000_000 - 3_600_000,
  scope: ['a', 'b', 'c'],
  account: {},
  generation: 2,
}

function world(files: Readonly<Record<string, string>>) {
  const ports = createFakePorts()
  for (const [path, content] of Object.entries(files)) ports.files.put(path, content)
  const written: string[] = []
  ports.files.before = (operation, path) => {
    if (WRITES.test(operation)) written.push(path)
  }
  return { ports, written, store: createOpenClawStore(ports, findBuiltIn) }
}

describe('a look at OpenClaw', () => {
  it('neither throws nor writes nor prints a token, whatever the files hold', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, async (profiles, state, config) => {
        const { ports, written, store } = world({
          [FILE]: profiles,
          [`${STATE}/agents/main/agent/auth-state.json`]: state,
          [`${STATE}/openclaw.json`]: config,
        })
        const { entries, places } = await ports.clock.run(store.scan())
        expect(written).toEqual([])
        expect(JSON.stringify([entries, places])).not.toMatch(/CANARY-(access|refresh)/)
        if (!parseStore(profiles)) expect(places.some((place) => place.problem)).toBe(true)
        for (const { credential } of entries) {
          if (credential?.expiresAtMs !== undefined) new Date(credential.expiresAtMs).toISOString()
        }
      }),
      fuzz(400),
    )
  })

  it('reads openclaw.json as far as it goes', () => {
    fc.assert(
      fc.property(text, (config) => {
        for (const { id, folder } of agentFoldersIn(parseConfig(config) ?? {})) {
          expect([typeof id, typeof folder]).toEqual(['string', 'string'])
        }
      }),
      fuzz(600),
    )
  })
})

describe('a write into OpenClaw', () => {
  it('leaves the file as it was, or makes it one with the new tokens in it and every other value as before', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (before) => {
        const { ports, store } = world({ [FILE]: before })
        const { entries } = await ports.clock.run(store.scan())
        for (const { holder, credential } of entries) {
          if (!credential) continue
          const then = ports.files.text(FILE) ?? ''
          const result = await ports.clock
            .run(store.writing.replace(holder, next, credential))
            .catch((error: unknown) => expect(error).toBeInstanceOf(AppError))
          const now = ports.files.text(FILE) ?? ''
          if (result !== 'written') {
            expect(now).toBe(then)
            continue
          }
          const read = parseStore(now)?.profiles.find(({ id }) => id === holder.entry)
          expect(read?.credential?.accessToken?.expose()).toBe('CANARY-access-2')
          expect(read?.credential?.refreshToken?.expose()).toBe('CANARY-refresh-2')
          expect(othersIn(now, holder.entry)).toEqual(othersIn(then, holder.entry))
        }
      }),
      fuzz(400),
    )
  })

  it('after a sign-in never throws, and spoils neither of the two files', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (profiles, state) => {
        const path = `${STATE}/agents/main/agent/auth-state.json`
        const { ports, store } = world({ [FILE]: profiles, [path]: state })
        const { entries } = await ports.clock.run(store.scan())
        await ports.clock.run(store.afterLogin(entries.map((entry) => entry.holder)))
        for (const [file, before] of [
          [FILE, profiles],
          [path, state],
        ] as const) {
          const after = ports.files.text(file) ?? ''
          if (after !== before)
            expect(Object.keys(JSON.parse(after))).toEqual(Object.keys(JSON.parse(before)))
        }
      }),
      fuzz(300),
    )
  })

  it('changes no byte besides the values, however the file is laid out', () => {
    fc.assert(
      fc.property(laidOut, ({ before, after }) => {
        expect(mergeCredential(before, PROFILE, next, 0)).toBe(after)
      }),
      fuzz(600),
    )
  })

  it('may be made into any text without a throw', () => {
    fc.assert(
      fc.property(text, fc.oneof(fc.constant(PROFILE), anyText()), (before, id) => {
        const merged = mergeCredential(before, id, next, 0)
        if (merged !== before) expect(() => JSON.parse(merged)).not.toThrow()
      }),
      fuzz(800),
    )
  })
})

/** Everything but the members a write may touch. */
function othersIn(text: string, id: string): unknown {
  const file = JSON.parse(text)
  for (const name of [
    'access',
    'access_token',
    'accessToken',
    'refresh',
    'refresh_token',
    'refreshToken',
    'expires',
    'expires_at',
    'expiresAt',
    'idToken',
    'id_token',
    'grantedScope',
    'scope',
  ]) {
    if (file.profiles?.[id]) delete file.profiles[id][name]
  }
  return file
}

/** White space as JSON allows it, between any two tokens. */
const gap = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r\n'), maxLength: 3 })
const KEPT = fc
  .tuple(anyText(), anyJson(KEYS))
  .filter(([name]) => !KEYS.includes(name) && name !== '__proto__')

/** One file in two versions, written side by side: what is there, and what must be there afterwards. */
const laidOut = fc
  .tuple(
    fc.array(KEPT, { maxLength: 3 }),
    fc.array(KEPT, { maxLength: 3 }),
    fc.array(gap, { minLength: 12, maxLength: 12 }),
    fc.boolean(),
    fc.nat(),
  )
  .map(([inFile, inProfile, gaps, escaped, turn]) => {
    let at = turn
    const g = (): string => gaps[at++ % gaps.length] ?? ''
    const name = (key: string): string =>
      escaped ? `"\\u${key.charCodeAt(0).toString(16).padStart(4, '0')}${key.slice(1)}"` : JSON.stringify(key)
    const write = (access: string, refresh: string, expires: number): string => {
      at = turn
      const members = (list: readonly (readonly [string, unknown])[]): string[] =>
        list.map(([key, value]) => `${g()}${JSON.stringify(key)}${g()}:${g()}${JSON.stringify(value)}${g()}`)
      const known = [
        [name('access'), JSON.stringify(access)],
        [name('type'), '"oauth"'],
        [name('refresh'), JSON.stringify(refresh)],
        [name('expires'), String(expires)],
        [name('provider'), '"openai-codex"'],
      ].map(([key, value]) => `${g()}${key}${g()}:${g()}${value}${g()}`)
      const profile = `{${[...members(inProfile), ...known].join(',')}}`
      const profiles = `${g()}"profiles"${g()}:${g()}{${g()}${JSON.stringify(PROFILE)}${g()}:${g()}${profile}${g()}}${g()}`
      return `${g()}{${[...members(inFile), profiles].join(',')}}${g()}`
    }
    return {
      before: write('CANARY-access-1', 'CANARY-refresh-1', 1_800_000_000_000),
      after: write('CANARY-access-2', 'CANARY-refresh-2', 1_900_000_000_000),
    }
  })
