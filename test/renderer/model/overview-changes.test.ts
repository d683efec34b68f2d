import { describe, expect, it } from 'vitest'
import type { StatusView } from '../../../app/contract/views.ts'
import { changesInWords, notWorking } from '../../../renderer/model/overview-changes.ts'
import { REVOKED, sampleOverview, sampleProfile, twelve } from '../../../renderer/preview/sample-profiles.ts'

const NOW = 1_770_000_000_000
const NEEDS: StatusView = { kind: 'needs-login', failure: REVOKED }
const overviewOf = (...states: StatusView[]) =>
  sampleOverview(
    NOW,
    states.map((status, at) => sampleProfile(NOW, { id: `p${at}`, account: `a${at}`, status })),
  )

describe('notWorking', () => {
  it('counts those that wait for a person, and those that lapsed and could not be renewed', () => {
    expect(notWorking(sampleOverview(NOW, twelve(NOW)))).toEqual({ signIn: 1, down: 0 })
    const failure = { code: 'PROVIDER_UNREACHABLE', message: 'Not now.' }
    const status = { kind: 'retrying', untilMs: NOW + 1, failure } as const
    const lapsed = twelve(NOW).map((profile) => ({ ...profile, status, accessExpiresAtMs: NOW - 1 }))
    expect(notWorking(sampleOverview(NOW, lapsed))).toEqual({ signIn: 0, down: 12 })
  })
})

describe('changesInWords', () => {
  it('says nothing on the first look, nor of business as usual', () => {
    expect(changesInWords(undefined, overviewOf(NEEDS))).toBe('')
    const fresh = overviewOf({ kind: 'fresh' })
    expect(changesInWords(fresh, fresh)).toBe('')
    expect(changesInWords(fresh, overviewOf({ kind: 'due', sinceMs: NOW }))).toBe('')
    expect(changesInWords(fresh, overviewOf({ kind: 'refreshing', sinceMs: NOW }))).toBe('')
  })

  it('says who needs a person, and who recovered', () => {
    expect(changesInWords(overviewOf({ kind: 'fresh' }), overviewOf(NEEDS))).toBe(
      'OpenAI Codex, a0: needs you.',
    )
    expect(changesInWords(overviewOf(NEEDS), overviewOf({ kind: 'fresh' }))).toBe(
      'OpenAI Codex, a0: signed in.',
    )
  })

  it('counts instead of listing when many change at once', () => {
    const before = overviewOf(...Array<StatusView>(5).fill({ kind: 'fresh' }))
    expect(changesInWords(before, overviewOf(...Array<StatusView>(5).fill(NEEDS)))).toBe(
      '5 logins changed state.',
    )
  })
})
