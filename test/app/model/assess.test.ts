import { describe, expect, it } from 'vitest'
import { type AssessmentInput, assess } from '../../../app/model/assess.ts'
import { groupIntoGrants } from '../../../app/model/grant.ts'
import type { HeldEntry } from '../../../app/model/holder.ts'
import type { JournalEntry } from '../../../app/model/journal-entry.ts'
import { nameProfiles, type Profile } from '../../../app/model/profile.ts'
import { openaiCodex } from '../../../app/providers/openai-codex.ts'
import { qwenPortal } from '../../../app/providers/qwen-portal.ts'
import { credential, heldEntry } from '../../fakes/entries.ts'

const NOW = 1_800_000_000_000
const HOUR = 3_600_000

function profileOf(part: Parameters<typeof credential>[0] = {}, entry: Partial<HeldEntry> = {}): Profile {
  const held = heldEntry('main', 'openai-codex:default', { credential: credential(part), ...entry })
  const [profile] = nameProfiles(groupIntoGrants([held], (fp) => fp))
  if (!profile) throw new Error('no profile')
  return profile
}

function assessment(profile: Profile, part: Partial<AssessmentInput> = {}) {
  return assess({
    nowMs: NOW,
    lookedAtMs: NOW,
    profile,
    provider: openaiCodex,
    ticket: undefined,
    issuedAtMs: NOW - HOUR,
    refreshingSinceMs: undefined,
    retry: undefined,
    ...part,
  })
}

function ticket(state: JournalEntry['state'], part: Partial<JournalEntry> = {}): JournalEntry {
  const base = {
    version: 1,
    profileId: 'p',
    attempt: 1,
    pid: 1,
    startedAt: '',
    hostname: 'h',
    atMs: NOW,
  } as const
  return { ...base, fingerprint: 'abcdefabcdef', state, ...part }
}

describe('assess', () => {
  it('calls a token with hours left fresh, and plans it ahead of its end', () => {
    const { status, planAtMs } = assessment(profileOf({ expiresAtMs: NOW + 9 * HOUR }))
    expect(status.kind).toBe('fresh')
    expect(planAtMs).toBeGreaterThan(NOW)
    expect(planAtMs).toBeLessThan(NOW + 9 * HOUR)
  })

  it('calls it due within the lead', () => {
    expect(assessment(profileOf({ expiresAtMs: NOW + 60_000 })).status.kind).toBe('due')
  })

  it('says of a lapsed token with a refresh token that it will mend itself', () => {
    expect(assessment(profileOf({ expiresAtMs: NOW - HOUR })).status).toEqual({
      kind: 'expired',
      sinceMs: NOW - HOUR,
    })
  })

  it('says of a lapsed token without one that somebody must sign in', () => {
    const { status, planAtMs, canLogin } = assessment(profileOf({ expiresAtMs: NOW - HOUR, refresh: '' }))
    expect(status.kind).toBe('needs-login')
    expect(planAtMs).toBeUndefined()
    expect(canLogin).toBe(true)
  })

  it('keeps to the verdict of the provider, and plans nothing', () => {
    const failure = { code: 'NEEDS_LOGIN', message: 'ended' }
    const { status, planAtMs } = assessment(profileOf({ expiresAtMs: NOW + HOUR }), {
      ticket: ticket('rejected', { failure }),
    })
    expect(status).toEqual({ kind: 'needs-login', sinceMs: NOW, failure })
    expect(planAtMs).toBeUndefined()
  })

  it('waits a minute after an unknown outcome before it plans one more try', () => {
    const { planAtMs } = assessment(profileOf({ expiresAtMs: NOW + HOUR }), { ticket: ticket('unknown') })
    expect(planAtMs).toBe(NOW + 60_000)
  })

  it('finishes at once what only has to be stored', () => {
    expect(assessment(profileOf({ expiresAtMs: NOW + HOUR }), { ticket: ticket('answered') }).planAtMs).toBe(
      NOW,
    )
  })

  it('shows until when it waits after a failure, and plans no earlier', () => {
    const retry = { untilMs: NOW + 90_000, failure: { code: 'PROVIDER_UNREACHABLE', message: 'gone' } }
    const { status, planAtMs } = assessment(profileOf({ expiresAtMs: NOW + 1_000 }), { retry })
    expect(status).toEqual({ kind: 'retrying', ...retry })
    expect(planAtMs).toBe(NOW + 90_000)
  })

  it('holds back from what another program owns, expired or not', () => {
    const watched = { mode: 'watched', owner: 'Claude Code' } as const
    const { status, planAtMs, refreshable } = assessment(profileOf({ expiresAtMs: NOW - HOUR }, watched))
    expect(status).toEqual({ kind: 'held', by: 'Claude Code', expired: true })
    expect(planAtMs).toBeUndefined()
    expect(refreshable).toBe(false)
  })

  it('never plans what the vendor retired, and says what to do once it lapsed', () => {
    const live = assessment(profileOf({ expiresAtMs: NOW + HOUR }), { provider: qwenPortal })
    expect(live.planAtMs).toBeUndefined()
    const lapsed = assessment(profileOf({ expiresAtMs: NOW - HOUR }), { provider: qwenPortal })
    expect(lapsed.status.kind).toBe('needs-login')
    expect(lapsed.canLogin).toBe(false)
  })

  it('calls an API key static', () => {
    expect(assessment(profileOf({ kind: 'api-key', refresh: '' })).status.kind).toBe('static')
  })

  it('does not refresh what it does not understand', () => {
    const problem = { code: 'STORE_CORRUPT', message: '"expires" is not a number' }
    const { planAtMs, refreshable, status } = assessment(profileOf({ expiresAtMs: NOW - HOUR }, { problem }))
    expect(refreshable).toBe(false)
    expect(planAtMs).toBeUndefined()
    expect(status.kind).toBe('unknown')
  })
})

describe('a login that its owner refreshes only near the end', () => {
  const HARD_MS = 270_000

  it.each(['0000aaaaaaaa', '8000aaaaaaaa', 'ffffaaaaaaaa'])(
    'is asked for within that, whatever its spread (%s)',
    (fingerprint) => {
      const expiresAtMs = NOW + 8 * HOUR
      const part = { mode: 'delegated', owner: 'Claude Code', refreshWithinMs: HARD_MS, fingerprint } as const
      const { planAtMs = 0 } = assessment(profileOf({ expiresAtMs }, part))
      expect(expiresAtMs - planAtMs).toBeLessThanOrEqual(HARD_MS)
      expect(expiresAtMs - planAtMs).toBeGreaterThan(HARD_MS / 2)
    },
  )

  it('needs no provider that we know: its owner does', () => {
    const part = { mode: 'delegated', owner: 'My tool' } as const
    const found = assessment(profileOf({ expiresAtMs: NOW + HOUR }, part), { provider: undefined })
    expect(found).toMatchObject({ refreshable: true, planAtMs: expect.any(Number) })
    expect(found.planAtMs).toBeLessThan(NOW + HOUR)
  })
})
