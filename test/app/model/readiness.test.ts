import { describe, expect, it } from 'vitest'
import type { ProfileView, StatusView } from '../../../app/contract/views.ts'
import { readinessOf, worstReadiness } from '../../../app/model/readiness.ts'

const NOW = Date.UTC(2026, 0, 2)
const MINUTE = 60_000
const failure = { code: 'X', message: 'The reason.' }

function level(status: StatusView, leftMs: number | undefined, more: Partial<ProfileView> = {}): string {
  const profile = {
    id: 'acme:ada',
    kind: 'oauth',
    account: 'ada',
    providerName: 'Acme',
    owner: { mode: 'own', refreshedBy: 'Lamplighter', sentence: '' },
    status,
    can: { refresh: true, login: true },
    ...(leftMs === undefined ? {} : { accessExpiresAtMs: NOW + leftMs }),
    ...more,
  } as ProfileView
  return readinessOf(profile, { nowMs: NOW, withinMs: 30 * MINUTE }).level
}

const cannot = { can: { refresh: false, login: true } }

describe('readinessOf', () => {
  it.each<[string, StatusView, number | undefined, Partial<ProfileView>, string]>([
    ['lasts', { kind: 'fresh' }, 31 * MINUTE, {}, 'ready'],
    ['does not lapse, as far as anybody knows', { kind: 'fresh' }, undefined, {}, 'ready'],
    ['never lapses', { kind: 'static' }, undefined, cannot, 'ready'],
    [
      'lasts, although its refresh is put off',
      { kind: 'retrying', untilMs: NOW, failure },
      31 * MINUTE,
      {},
      'ready',
    ],
    ['lapses within the time', { kind: 'due', sinceMs: NOW }, 30 * MINUTE, {}, 'lapses'],
    ['has lapsed', { kind: 'expired', sinceMs: NOW }, -1, {}, 'lapses'],
    ['has lapsed, nobody knows when', { kind: 'expired', sinceMs: NOW }, undefined, {}, 'lapses'],
    ['cannot be refreshed now', { kind: 'retrying', untilMs: NOW, failure }, MINUTE, {}, 'waits'],
    ['lapses, and nothing renews it', { kind: 'fresh' }, MINUTE, cannot, 'needs-login'],
    ['needs a person', { kind: 'needs-login', failure }, 60 * MINUTE, {}, 'needs-login'],
    [
      'ends as a grant, which a refresh may move',
      { kind: 'fresh' },
      60 * MINUTE,
      { grantExpiresAtMs: NOW + MINUTE },
      'lapses',
    ],
    [
      'ends as a grant, which a refresh did not move',
      { kind: 'fresh' },
      60 * MINUTE,
      { grantExpiresAtMs: NOW + MINUTE, grantSlides: false },
      'needs-login',
    ],
    ['ended as a grant', { kind: 'fresh' }, 60 * MINUTE, { grantExpiresAtMs: NOW }, 'needs-login'],
    [
      'ends as a grant, and nobody here refreshes it',
      { kind: 'fresh' },
      60 * MINUTE,
      { ...cannot, grantExpiresAtMs: NOW + MINUTE },
      'needs-login',
    ],
    ['is refreshed by its owner', { kind: 'held', by: 'B', expired: false }, MINUTE, cannot, 'ready'],
    ['nobody but its owner sees', { kind: 'held', by: 'B', expired: false }, undefined, cannot, 'unknown'],
    [
      'nobody sees and does not lapse by itself',
      { kind: 'held', by: 'B', expired: false },
      undefined,
      { ...cannot, kind: 'token' },
      'ready',
    ],
    ['lasts nobody knows how long', { kind: 'due', sinceMs: NOW }, undefined, {}, 'lapses'],
    ['is left lapsed by its owner', { kind: 'held', by: 'B', expired: true }, -1, cannot, 'waits'],
    ['cannot be read', { kind: 'unknown', lookedAtMs: NOW }, undefined, {}, 'unknown'],
  ])('of a login that %s', (_words, status, leftMs, more, expected) => {
    expect(level(status, leftMs, more)).toBe(expected)
  })

  it('is judged by the one that most wants attention', () => {
    const of = (...levels: string[]) => worstReadiness(levels.map((level) => ({ level }) as never))
    expect(of()).toBe('ready')
    expect(of('ready', 'lapses', 'waits')).toBe('waits')
    expect(of('ready', 'needs-login', 'unknown')).toBe('needs-login')
  })
})
