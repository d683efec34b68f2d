import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../app/base/errors.ts'
import type {
  HistoryEventView,
  OverviewView,
  PlaceView,
  ProfileView,
  StatusView,
} from '../../../../app/contract/views.ts'
import { type CheckOptions, checkLogins } from '../../../../app/features/diagnostics/restart-check.ts'

const NOW = Date.UTC(2026, 0, 2)
const MINUTE = 60_000

function profile(id: string, leftMs: number, status: StatusView = { kind: 'fresh' }): ProfileView {
  const owner = { mode: 'own', refreshedBy: 'Lamplighter', sentence: '' }
  const can = { refresh: true, login: true }
  return {
    id,
    account: id,
    providerName: 'P',
    owner,
    status,
    can,
    accessExpiresAtMs: NOW + leftMs,
    holders: [{ label: 'OpenClaw · main', path: '/main' }],
  } as unknown as ProfileView
}

interface Scene {
  readonly before: readonly ProfileView[]
  readonly refresh?: (id: string) => Partial<HistoryEventView> | AppError
  readonly after?: ProfileView
  readonly places?: readonly Partial<PlaceView>[]
}

async function check(scene: Scene, options: Partial<CheckOptions> = {}) {
  const refreshed: string[] = []
  let profiles = scene.before
  const asks = {
    overview: async () => ({ profiles, places: scene.places ?? [] }) as OverviewView,
    profile: async (name: string) => profiles.find(({ id }) => id === name) as ProfileView,
    async refresh(id: string) {
      refreshed.push(id)
      const end = scene.refresh?.(id) ?? { kind: 'refreshed', message: 'Refreshed.' }
      if (end instanceof AppError) throw end
      return end as HistoryEventView
    },
    async lookAgain() {
      profiles = profiles.map((one) => (one.id === scene.after?.id ? scene.after : one))
    },
    now: () => NOW,
  }
  const found = await checkLogins(asks, { withinMs: 30 * MINUTE, refresh: true, ...options })
  return { refreshed, said: found.map(({ level, profileId, why }) => [profileId, level, why]) }
}

describe('checkLogins', () => {
  it('refreshes what lapses too soon, and nothing else', async () => {
    const before = [profile('good', 60 * MINUTE), profile('short', MINUTE)]
    const { refreshed, said } = await check({ before, after: profile('short', 60 * MINUTE) })
    expect(refreshed).toEqual(['short'])
    expect(said).toEqual([
      ['good', 'ready', undefined],
      ['short', 'ready', undefined],
    ])
    expect((await check({ before }, { names: ['good'] })).refreshed).toEqual([])
    expect((await check({ before }, { refresh: false })).said[1]?.[1]).toBe('lapses')
  })

  it('does not answer for a login by name while a file of the same program is unreadable', async () => {
    const failure = { code: 'STORE_CORRUPT', message: 'Cut short.' }
    const file = (label: string, path: string): ProfileView => ({
      ...profile(path, 0, { kind: 'unknown', lookedAtMs: NOW, failure }),
      holders: [{ id: path, label, path, entry: path, drift: false }],
    })
    const before = [
      profile('good', 60 * MINUTE),
      file('OpenClaw · ops', '/ops'),
      file('Codex', '/codex'),
      file('OpenClaw · main', '/main/only-an-entry'),
    ]
    const places = ['/ops', '/codex'].map((path) => ({ path, problem: failure }))
    const { said } = await check({ before, places }, { names: ['good'] })
    expect(said).toEqual([
      ['good', 'ready', undefined],
      ['/ops', 'unknown', 'Cut short.'],
    ])
  })

  it('takes a new token that lives for less long than was asked for', async () => {
    const { said } = await check({ before: [profile('short', MINUTE)], after: profile('short', 5 * MINUTE) })
    expect(said).toEqual([['short', 'ready', undefined]])
  })

  it('is not content with a token that is near its end and could not be renewed', async () => {
    const before = [profile('short', MINUTE)]
    const failed = await check({ before, refresh: () => ({ kind: 'retrying', message: 'No network.' }) })
    expect(failed.said).toEqual([['short', 'waits', 'No network.']])
    const thrown = await check({ before, refresh: () => new AppError('STORE_LOCKED', 'Locked.') })
    expect(thrown.said).toEqual([['short', 'waits', 'Locked.']])
    const rejected = await check({ before, refresh: () => ({ kind: 'rejected', message: 'Ended.' }) })
    expect(rejected.said).toEqual([['short', 'needs-login', 'Ended.']])
    const known = await check({ before, refresh: () => new AppError('NEEDS_LOGIN', 'Ended.') })
    expect(known.said).toEqual([['short', 'needs-login', 'Ended.']])
  })
})
