import { describe, expect, it } from 'vitest'
import type { ProfileView } from '../../../app/contract/views.ts'
import { alertOf, type GrantSeen, isWell, learnGrant } from '../../../main/notifications/alerts.ts'
import {
  ENDED,
  ending,
  HOUR_MS,
  NOW_MS,
  needy,
  profileView,
  SETTINGS,
  warned,
} from '../../support/alert-steps.ts'
import { MINUTE_MS } from '../../support/views.ts'

const keyOf = (profile: ProfileView, grant?: GrantSeen) => alertOf(profile, SETTINGS, grant, NOW_MS)?.key
const failure = { code: 'PROVIDER_UNREACHABLE', message: 'No network.' }
const slides = (value: boolean): GrantSeen => ({ endsAtMs: NOW_MS, slides: value })
const token = (leftMs: number, lifeMs: number, changes: Partial<ProfileView> = {}) =>
  profileView({
    kind: 'token',
    can: { refresh: false, login: true },
    accessExpiresAtMs: NOW_MS + leftMs,
    accessIssuedAtMs: NOW_MS + leftMs - lifeMs,
    ...changes,
  })

describe('concernOf', () => {
  it.each<[string, ProfileView, string | undefined]>([
    ['fresh', profileView(), undefined],
    ['due', profileView({ status: { kind: 'due', sinceMs: NOW_MS } }), undefined],
    ['refreshable and expired', profileView({ status: { kind: 'expired', sinceMs: NOW_MS } }), undefined],
    ['retrying', profileView({ status: { kind: 'retrying', untilMs: NOW_MS, failure } }), undefined],
    ['unknown', profileView({ status: { kind: 'unknown', lookedAtMs: NOW_MS, failure } }), undefined],
    ['held', profileView({ status: { kind: 'held', by: 'Claude Code', expired: true } }), undefined],
    ['refreshable, minutes left', profileView({ accessExpiresAtMs: NOW_MS + MINUTE_MS }), undefined],
    ['rejected', needy(), 'needs-login aaaa11112222'],
    ['narrowed', warned('scope-narrowed'), 'scope-narrowed '],
    ['another account', warned('other-account'), 'other-account '],
    ['one file not written', warned('holder-unwritable'), 'holder-unwritable'],
    ['no file written', warned('unwritable'), 'unwritable'],
    ['nothing sent, since nothing could be written', warned('not-sent'), 'not-sent'],
    ['a warning of another kind', warned('something-new'), undefined],
    ['a grant with 25 h left', ending(25 * HOUR_MS), undefined],
    ['a grant with 24 h left', ending(24 * HOUR_MS), 'ends 24'],
    ['a grant with 61 min left', ending(61 * MINUTE_MS), 'ends 24'],
    ['a grant with 1 h left', ending(HOUR_MS), 'ends 1'],
    ['a grant that has ended', ending(-HOUR_MS), 'ends 1'],
    ['no refresh token, 23 h of 90 days left', token(23 * HOUR_MS, 90 * 24 * HOUR_MS), 'ends 24'],
    ['no refresh token, 7 h of 8 h left', token(7 * HOUR_MS, 8 * HOUR_MS), undefined],
    ['no refresh token, 50 min of 8 h left', token(50 * MINUTE_MS, 8 * HOUR_MS), 'ends 1'],
    [
      'no refresh token, but another program brings the next one',
      token(HOUR_MS, 90 * 24 * HOUR_MS, {
        owner: { mode: 'watched', refreshedBy: 'gh', sentence: 'GitHub CLI looks after it.' },
      }),
      undefined,
    ],
  ])('of a login that is %s', (_name, profile, key) => {
    expect(keyOf(profile)).toBe(key)
  })

  it('is the worst of several', () => {
    const both = needy('ada', { grantExpiresAtMs: NOW_MS, warnings: [{ code: 'unwritable', message: '' }] })
    expect(keyOf(both)).toMatch(/^needs-login/)
  })

  it('knows a refusal of another account after the warning is gone', () => {
    const status = { kind: 'needs-login', failure: { ...ENDED, code: 'LOGIN_OTHER_ACCOUNT' } } as const
    expect(keyOf(needy('ada', { status }))).toMatch(/^other-account/)
  })

  it.each<[string, Partial<ProfileView>, GrantSeen | undefined, string | undefined]>([
    [
      'waits for a refresh that may move it',
      { nextRefreshAtMs: NOW_MS + 4 * MINUTE_MS },
      undefined,
      undefined,
    ],
    [
      'does not wait for a refresh that comes late',
      { nextRefreshAtMs: NOW_MS + 20 * MINUTE_MS },
      undefined,
      'ends 1',
    ],
    [
      'is quiet while each refresh moves it',
      { nextRefreshAtMs: NOW_MS + 20 * MINUTE_MS },
      slides(true),
      undefined,
    ],
    ['speaks when refreshes leave it', { nextRefreshAtMs: NOW_MS + 4 * MINUTE_MS }, slides(false), 'ends 1'],
    ['speaks when nobody will refresh it', {}, slides(true), 'ends 1'],
  ])('of a grant that ends in half an hour %s', (_name, changes, grant, key) => {
    expect(keyOf(ending(30 * MINUTE_MS, changes), grant)).toBe(key)
  })
})

describe('learnGrant', () => {
  const before = { endsAtMs: NOW_MS + 30 * MINUTE_MS, issuedAtMs: NOW_MS }
  const later = (movedMs: number, kind: 'refreshed' | 'signed-in' = 'refreshed') =>
    profileView({
      grantExpiresAtMs: before.endsAtMs + movedMs,
      accessIssuedAtMs: NOW_MS + 4 * MINUTE_MS,
      lastEvent: { kind } as NonNullable<ProfileView['lastEvent']>,
    })

  it.each([
    ['moved with the refresh', 4 * MINUTE_MS, true],
    ['stayed', 0, false],
    ['stayed but for rounding', 1_500, false],
  ])('sees that the end %s', (_name, movedMs, expected) => {
    expect(learnGrant(before, later(movedMs))?.slides).toBe(expected)
  })

  it('learns nothing from a sign-in, nor without a refresh in between', () => {
    expect(learnGrant(before, later(4 * MINUTE_MS, 'signed-in'))).not.toHaveProperty('slides')
    const same = profileView({ grantExpiresAtMs: before.endsAtMs, accessIssuedAtMs: NOW_MS })
    expect(learnGrant({ ...before, slides: true }, same)?.slides).toBe(true)
  })
})

describe('isWell', () => {
  it.each<[string, ProfileView, string, boolean]>([
    ['fresh again', profileView(), 'needs-login x', true],
    [
      'being refreshed',
      profileView({ status: { kind: 'refreshing', sinceMs: NOW_MS } }),
      'needs-login x',
      false,
    ],
    ['expired, and will refresh', profileView({ status: { kind: 'expired', sinceMs: NOW_MS } }), 'x', false],
    ['fresh, but still without its permissions', profileView(), 'scope-narrowed a', false],
  ])('judges what is %s', (_name, profile, told, well) => {
    expect(isWell(profile, told)).toBe(well)
  })

  it('waits until no file differs', () => {
    const holders = profileView().holders.map((holder) => ({ ...holder, drift: true }))
    expect(isWell(profileView({ holders }), 'holder-unwritable')).toBe(false)
    expect(isWell(profileView(), 'holder-unwritable')).toBe(true)
  })
})
