import { describe, expect, it } from 'vitest'
import type { ProfileView, StatusView } from '../../../app/contract/views.ts'
import { clockTime } from '../../../renderer/format/dates.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../renderer/format/time.ts'
import {
  accessFact,
  grantCell,
  grantFact,
  headline,
  rowParts,
  statusAt,
  tellings,
  timeCell,
  whereLine,
} from '../../../renderer/logins/row-text.ts'
import { agents, REVOKED, sampleProfile } from '../../../renderer/preview/sample-profiles.ts'

const NOW = 1_770_000_000_000
const FAILURE = { code: 'PROVIDER_UNREACHABLE', message: 'It did not answer.' }

const NOTHING = { refresh: false, login: false }

function profile(status: StatusView, left?: number, over: Partial<ProfileView> = {}): ProfileView {
  const { accessExpiresAtMs: _, accessIssuedAtMs: __, ...bare } = sampleProfile(NOW)
  return { ...bare, status, ...(left === undefined ? {} : { accessExpiresAtMs: NOW + left }), ...over }
}

const planned = { nextRefreshAtMs: NOW + 10 * MINUTE }
const claude = { mode: 'watched', refreshedBy: 'Claude Code', sentence: '' } as const
const clock = (ms: number) => clockTime(NOW + ms)

describe('timeCell', () => {
  it.each<[string, ProfileView, string, string]>([
    ['fresh', profile({ kind: 'fresh' }, HOUR, planned), '1 h', `renews ${clock(10 * MINUTE)}`],
    ['fresh, renewed by nobody', profile({ kind: 'fresh' }, 9 * DAY + 3 * HOUR), '9 d 3 h', ''],
    ['due', profile({ kind: 'due', sinceMs: NOW }, 12 * MINUTE), '12 min', 'renewing soon'],
    [
      'overdue',
      profile({ kind: 'due', sinceMs: NOW }, HOUR, { nextRefreshAtMs: NOW - 1 }),
      '1 h',
      'renews now',
    ],
    ['refreshing', profile({ kind: 'refreshing', sinceMs: NOW }, 12 * MINUTE), 'Renewing…', ''],
    [
      'retrying with a token that still works',
      profile({ kind: 'retrying', untilMs: NOW + 4 * MINUTE, failure: FAILURE }, HOUR),
      '1 h',
      `again ${clock(4 * MINUTE)}`,
    ],
    [
      'retrying without one',
      profile({ kind: 'retrying', untilMs: NOW, failure: FAILURE }, -3 * MINUTE),
      'Expired',
      'trying again',
    ],
    ['expired', profile({ kind: 'expired', sinceMs: NOW - 3 * HOUR }, -3 * HOUR), 'Expired', '3 h ago'],
    ['needs login', profile({ kind: 'needs-login', failure: REVOKED }, -3 * HOUR), 'Expired', '3 h ago'],
    [
      'needs login while the token still works',
      profile({ kind: 'needs-login', failure: REVOKED }, 20 * MINUTE),
      '20 min',
      'then stops',
    ],
    [
      'needs login, expiry not known',
      profile({ kind: 'needs-login', sinceMs: NOW - DAY, failure: REVOKED }),
      'Ended',
      '1 d ago',
    ],
    [
      'watched',
      profile({ kind: 'held', by: 'Claude Code', expired: false }, 5 * HOUR, { owner: claude }),
      '5 h',
      'by Claude Code',
    ],
    [
      'borrowed and lapsed',
      profile({ kind: 'held', by: 'T440', expired: true }, -HOUR, {
        owner: { mode: 'borrowed', refreshedBy: 'T440', sentence: '' },
      }),
      'Expired',
      'waiting for T440',
    ],
    ['static', profile({ kind: 'static' }), 'Never expires', ''],
    [
      'a key that a person rotates',
      profile({ kind: 'static' }, undefined, { rotateAtMs: NOW + 12 * DAY, can: NOTHING }),
      'Never expires',
      'new key in 12 d',
    ],
    [
      'a key with an end that a command rotates',
      profile({ kind: 'fresh' }, 5 * DAY, { rotateAtMs: NOW + 2 * DAY }),
      '5 d',
      'rotates in 2 d',
    ],
    [
      'a key whose rotation is overdue',
      profile({ kind: 'static' }, undefined, { rotateAtMs: NOW - DAY, can: NOTHING }),
      'Never expires',
      'new key now',
    ],
    [
      'unknown',
      profile({ kind: 'unknown', lookedAtMs: NOW - 3 * MINUTE }),
      'Cannot be read',
      'looked 3 min ago',
    ],
  ])('says of a login that is %s what is true', (_, view, main, sub) => {
    expect(timeCell(view, NOW)).toMatchObject({ main, sub })
  })

  it('shows seconds only in the last minute', () => {
    expect(timeCell(profile({ kind: 'fresh' }, 4 * MINUTE + 10 * SECOND), NOW).main).toBe('4 min')
    expect(timeCell(profile({ kind: 'fresh' }, 48 * SECOND), NOW).main).toBe('48 s')
  })

  it('promises no renewal that a pause puts off', () => {
    const view = profile({ kind: 'fresh' }, HOUR, planned)
    expect(timeCell(view, NOW, {}).sub).toBe('paused')
    expect(timeCell(view, NOW, { untilMs: NOW + 30 * MINUTE }).sub).toBe(`renews ${clock(30 * MINUTE)}`)
  })

  it('says expired once the time is up, before the next look', () => {
    const lapsed = profile({ kind: 'fresh' }, 2 * SECOND)
    expect(timeCell(lapsed, NOW + 2 * SECOND)).toMatchObject({ main: 'Expired', kind: 'expired' })
    expect(statusAt(lapsed, NOW + 2 * SECOND)).toEqual({ kind: 'expired', sinceMs: NOW + 2 * SECOND })
  })
})

describe('whereLine', () => {
  it('says what has stopped, once it has', () => {
    const ended = (left: number) =>
      profile({ kind: 'needs-login', failure: REVOKED }, left, { holders: agents(3) })
    expect(whereLine(ended(-HOUR), true, NOW)).toBe('OpenAI Codex · 3 agents stopped')
    expect(whereLine(ended(HOUR), false, NOW)).toBe('OpenClaw · 1 agent')
  })
})

describe('grantCell', () => {
  it('stands lighter: the largest unit alone, or that it ended', () => {
    const grant = (ms: number) => profile({ kind: 'fresh' }, HOUR, { grantExpiresAtMs: NOW + ms })
    expect(grantCell(grant(27 * DAY + 5 * HOUR), NOW)).toBe('27 d')
    expect(grantCell(grant(-1), NOW)).toBe('ended')
    expect(grantCell(profile({ kind: 'fresh' }, HOUR), NOW)).toBe('')
    expect(grantCell(profile({ kind: 'needs-login', failure: REVOKED }), NOW)).toBe('')
    expect(grantFact(grant(27 * DAY + 5 * HOUR), NOW)).toBe('27 d 5 h left')
  })
})

describe('rowParts', () => {
  it('puts what is wrong right after the provider, so that where it is kept is left out first', () => {
    const login = sampleProfile(NOW, {
      whereLine: 'OpenClaw · 15 agents',
      holders: agents(15, 2),
      warnings: [REVOKED],
    })
    const parts = (withProvider: boolean) =>
      rowParts(whereLine(login, withProvider, NOW), tellings(login), withProvider)
    expect(parts(true)).toEqual([
      { words: 'OpenAI Codex', isTold: false },
      { words: ' · files differ', isTold: true },
      { words: ' · 1 warning', isTold: true },
      { words: ' · OpenClaw', isTold: false },
      { words: ' · 15 agents', isTold: false },
    ])
    expect(parts(false)[0]).toEqual({ words: 'files differ', isTold: true })
  })

  it('tells a file with a problem from one that differs', () => {
    const [holder] = agents(1)
    const broken = { ...holder, problem: FAILURE } as ReturnType<typeof agents>[number]
    expect(tellings(sampleProfile(NOW, { holders: [broken] }))).toEqual(['a file has a problem'])
    expect(tellings(sampleProfile(NOW))).toEqual([])
  })
})

describe('accessFact', () => {
  it('names what is left and of how much', () => {
    const known = profile({ kind: 'fresh' }, 12 * MINUTE, { accessIssuedAtMs: NOW + 12 * MINUTE - 8 * HOUR })
    expect(accessFact(known, NOW)).toBe('12 min left of 8 h')
    expect(accessFact(profile({ kind: 'fresh' }, 12 * MINUTE), NOW)).toBe('12 min left')
    expect(accessFact(profile({ kind: 'static' }), NOW)).toBe('Never expires')
  })
})

describe('headline', () => {
  it('counts down to what happens next', () => {
    expect(headline(profile({ kind: 'due', sinceMs: NOW }, 12 * MINUTE), NOW)).toBe(
      'Renewing soon, with 12 min left.',
    )
    const retrying = profile({ kind: 'retrying', untilMs: NOW + 40 * SECOND, failure: FAILURE })
    expect(headline(retrying, NOW)).toBe('Tries again in 40 s.')
    expect(headline(retrying, NOW + MINUTE)).toBe('Trying again.')
    const fresh = profile({ kind: 'fresh' }, HOUR, { nextRefreshAtMs: NOW + 50 * MINUTE })
    expect(headline(fresh, NOW)).toBe('Renews in 50 min.')
    expect(headline(fresh, NOW + 55 * MINUTE)).toBe('Fresh.')
  })

  it('says how old the last look is', () => {
    const unknown = profile({ kind: 'unknown', lookedAtMs: NOW - 3 * MINUTE }, HOUR)
    expect(headline(unknown, NOW)).toBe('Cannot be read, last looked 3 min ago.')
  })

  it('says from whom a login is borrowed and for how long, or since when that one is waited for', () => {
    const owner = { mode: 'borrowed', refreshedBy: 'T440', sentence: '' } as const
    const held = { kind: 'held', by: 'T440', expired: false } as const
    expect(headline(profile(held, 31 * MINUTE, { owner }), NOW)).toBe('Borrowed from T440, good for 31 min.')
    expect(headline(profile(held, -3 * HOUR, { owner }), NOW)).toBe('Waiting for T440; expired 3 h ago.')
    expect(headline(profile(held, HOUR), NOW)).toBe('Kept by T440.')
  })
})

describe('a login that a fleet holds', () => {
  const owner = { mode: 'borrowed', refreshedBy: 'home', fleet: 'home', sentence: '' } as const
  const held = { kind: 'held', by: 'home', expired: false } as const

  it('says so in its row, and whether the fleet is out of reach', () => {
    expect(whereLine(profile(held, HOUR, { owner }), false, NOW)).toBe('held by home')
    const warnings = [{ code: 'FLEET_UNREACHABLE', message: 'The register cannot be reached.' }]
    expect(whereLine(profile(held, HOUR, { owner, warnings }), false, NOW)).toBe('held by home, not reached')
  })

  it.each([
    [HOUR, 'Held by the fleet home, good for 1 h.'],
    [-HOUR, 'Waiting for the fleet home; expired 1 h ago.'],
    [undefined, 'Held by the fleet home.'],
  ])('has a headline with %j left', (left, words) => {
    expect(headline(profile(held, left, { owner }), NOW)).toBe(words)
  })
})
