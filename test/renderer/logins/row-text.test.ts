import { describe, expect, it } from 'vitest'
import type { ProfileView, StatusView } from '../../../app/contract/views.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../renderer/format/time.ts'
import {
  accessFact,
  grantCell,
  grantFact,
  headline,
  statusAt,
  timeCell,
} from '../../../renderer/logins/row-text.ts'
import { REVOKED, sampleProfile } from '../../../renderer/preview/sample-profiles.ts'

const NOW = 1_770_000_000_000
const FAILURE = { code: 'PROVIDER_UNREACHABLE', message: 'It did not answer.' }

function profile(status: StatusView, left?: number, over: Partial<ProfileView> = {}): ProfileView {
  const { accessExpiresAtMs: _, accessIssuedAtMs: __, ...bare } = sampleProfile(NOW)
  return { ...bare, status, ...(left === undefined ? {} : { accessExpiresAtMs: NOW + left }), ...over }
}

describe('timeCell', () => {
  it.each<[string, ProfileView, string, string, string]>([
    ['fresh', profile({ kind: 'fresh' }, 9 * DAY + 3 * HOUR), '9 d 3 h', 'fresh', ''],
    ['due', profile({ kind: 'due', sinceMs: NOW }, 12 * MINUTE), '12 min', 'due', ''],
    ['refreshing', profile({ kind: 'refreshing', sinceMs: NOW }, 12 * MINUTE), 'Refreshing…', '', ''],
    [
      'retrying with a token that still works',
      profile({ kind: 'retrying', untilMs: NOW + SECOND, failure: FAILURE }, HOUR),
      '1 h',
      'retrying',
      '',
    ],
    [
      'retrying without one',
      profile({ kind: 'retrying', untilMs: NOW + 40 * SECOND, failure: FAILURE }, -3 * MINUTE),
      'Expired',
      '3 min ago',
      'tries again in 40 s',
    ],
    [
      'expired, which mends itself',
      profile({ kind: 'expired', sinceMs: NOW - 3 * HOUR }, -3 * HOUR),
      'Expired',
      '3 h ago',
      'will refresh by itself',
    ],
    ['needs login', profile({ kind: 'needs-login', failure: REVOKED }, -3 * HOUR), 'Expired', '3 h ago', ''],
    [
      'needs login while the token still works',
      profile({ kind: 'needs-login', failure: REVOKED }, 20 * MINUTE),
      '20 min',
      'needs sign-in',
      '',
    ],
    [
      'needs login, expiry not known',
      profile({ kind: 'needs-login', sinceMs: NOW - DAY, failure: REVOKED }),
      'Needs sign-in',
      '1 d ago',
      '',
    ],
    [
      'watched',
      profile({ kind: 'held', by: 'Claude Code', expired: false }, 5 * HOUR, {
        owner: { mode: 'watched', refreshedBy: 'Claude Code', sentence: '' },
      }),
      '5 h',
      'watched',
      '',
    ],
    [
      'held and lapsed',
      profile({ kind: 'held', by: 'Claude Code', expired: true }, -HOUR),
      'Expired',
      '1 h ago',
      'Claude Code renews it',
    ],
    [
      'borrowed and lapsed',
      profile({ kind: 'held', by: 'T440', expired: true }, -HOUR, {
        owner: { mode: 'borrowed', refreshedBy: 'T440', sentence: '' },
      }),
      'Expired',
      '1 h ago',
      'waiting for T440',
    ],
    ['static', profile({ kind: 'static' }), 'No expiry', 'static', ''],
    ['unknown', profile({ kind: 'unknown', lookedAtMs: NOW - HOUR }), 'Unknown', 'looked 1 h ago', ''],
  ])('says of a login that is %s what is true', (_, given, main, word, note) => {
    expect(timeCell(given, NOW)).toMatchObject({ main, word, note })
  })

  it('calls what lapsed since the last look expired, and not fresh', () => {
    const lapsed = profile({ kind: 'fresh' }, 2 * SECOND)
    expect(timeCell(lapsed, NOW).main).toBe('2 s')
    expect(timeCell(lapsed, NOW + 2 * SECOND)).toMatchObject({ main: 'Expired', kind: 'expired' })
    expect(statusAt(lapsed, NOW + 2 * SECOND)).toEqual({ kind: 'expired', sinceMs: NOW + 2 * SECOND })
  })

  it('shows the share of life left, and none where the issue time is not known', () => {
    const half = profile({ kind: 'fresh' }, HOUR, { accessIssuedAtMs: NOW - HOUR })
    expect(timeCell(half, NOW).share).toBe(500)
    expect(timeCell(half, NOW + 2 * HOUR).share).toBe(0)
    expect(timeCell(profile({ kind: 'fresh' }, HOUR), NOW).share).toBe(-1)
    expect(timeCell(profile({ kind: 'fresh' }, HOUR, { accessIssuedAtMs: NOW + 2 * HOUR }), NOW).share).toBe(
      -1,
    )
  })
})

describe('grantCell', () => {
  it('stands lighter: the largest unit alone, or that it ended', () => {
    const grant = (ms: number) => profile({ kind: 'fresh' }, HOUR, { grantExpiresAtMs: NOW + ms })
    expect(grantCell(grant(27 * DAY + 5 * HOUR), NOW)).toBe('27 d')
    expect(grantCell(grant(-1), NOW)).toBe('ended')
    expect(grantCell(profile({ kind: 'fresh' }, HOUR), NOW)).toBe('—')
    expect(grantCell(profile({ kind: 'needs-login', failure: REVOKED }), NOW)).toBe('ended')
    expect(grantFact(grant(27 * DAY + 5 * HOUR), NOW)).toBe('27 d 5 h left')
  })
})

describe('accessFact', () => {
  it('names what is left and of how much', () => {
    const known = profile({ kind: 'fresh' }, 12 * MINUTE, { accessIssuedAtMs: NOW + 12 * MINUTE - 8 * HOUR })
    expect(accessFact(known, NOW)).toBe('12 min left of 8 h')
    expect(accessFact(profile({ kind: 'fresh' }, 12 * MINUTE), NOW)).toBe('12 min left')
    expect(accessFact(profile({ kind: 'static' }), NOW)).toBe('Does not expire')
  })
})

describe('headline', () => {
  it('counts down to what happens next', () => {
    expect(headline(profile({ kind: 'due', sinceMs: NOW }, 12 * MINUTE), NOW)).toBe('Due, with 12 min left.')
    const retrying = profile({ kind: 'retrying', untilMs: NOW + 40 * SECOND, failure: FAILURE })
    expect(headline(retrying, NOW)).toBe('Tries again in 40 s.')
    expect(headline(retrying, NOW + MINUTE)).toBe('Trying again.')
    const fresh = profile({ kind: 'fresh' }, HOUR, { nextRefreshAtMs: NOW + 50 * MINUTE })
    expect(headline(fresh, NOW)).toBe('Next refresh in 50 min.')
    expect(headline(fresh, NOW + 55 * MINUTE)).toBe('Fresh.')
  })

  it('says how old the last look is', () => {
    const unknown = profile({ kind: 'unknown', lookedAtMs: NOW - 3 * MINUTE }, HOUR)
    expect(headline(unknown, NOW)).toBe('Unknown, last looked 3 min ago.')
  })

  it('says from whom a login is borrowed and for how long, or since when that one is waited for', () => {
    const owner = { mode: 'borrowed', refreshedBy: 'T440', sentence: '' } as const
    const held = { kind: 'held', by: 'T440', expired: false } as const
    expect(headline(profile(held, 31 * MINUTE, { owner }), NOW)).toBe('Borrowed from T440, good for 31 min.')
    expect(headline(profile(held, -3 * HOUR, { owner }), NOW)).toBe('Waiting for T440; lapsed 3 h ago.')
    expect(headline(profile(held, HOUR), NOW)).toBe('Held by T440.')
  })
})
