import { describe, expect, it } from 'vitest'
import type { OverviewView, ProfileView, StatusView } from '../../../app/contract/views.ts'
import { type Endangered, turnOf } from '../../../app/model/expiring.ts'

const NOW = 1_000_000_000
const MINUTE = 60_000
const failure = { code: 'NEEDS_LOGIN', message: 'Acme has ended this login.' }
const NEEDS_LOGIN: StatusView = { kind: 'needs-login', failure }
const RETRYING: StatusView = { kind: 'retrying', untilMs: NOW, failure }

/** @param leftMs of the access token; undefined: nobody knows */
function overview(
  status: StatusView,
  leftMs: number | undefined,
  atMs = NOW,
  can = { refresh: true, login: true },
): OverviewView {
  const expiry = leftMs === undefined ? {} : { accessExpiresAtMs: atMs + leftMs }
  const profile = { id: 'acme:ada', status, can, ...expiry } as unknown as ProfileView
  return { atMs, profiles: [profile] } as unknown as OverviewView
}

const NOBODY: Endangered = new Map()
const endangered = turnOf(NOBODY, overview(NEEDS_LOGIN, MINUTE)).endangered

describe('turnOf', () => {
  it.each([
    [NEEDS_LOGIN, 5 * MINUTE],
    [NEEDS_LOGIN, -MINUTE],
    [NEEDS_LOGIN, undefined],
    [RETRYING, 4 * MINUTE],
    [RETRYING, -MINUTE],
  ])('tells of %j with %s ms left', (status, leftMs) => {
    const { expiring, usable } = turnOf(NOBODY, overview(status, leftMs))
    const expiresAtMs = NOW + (leftMs ?? 0)
    expect(expiring).toEqual([{ profile: 'acme:ada', expiresAtMs, reason: failure.message }])
    expect(usable).toEqual([])
  })

  it.each<[StatusView, number]>([
    [NEEDS_LOGIN, 5 * MINUTE + 1],
    [RETRYING, 6 * MINUTE],
    [{ kind: 'fresh' }, MINUTE],
    [{ kind: 'due', sinceMs: NOW }, MINUTE],
    [{ kind: 'expired', sinceMs: NOW }, -MINUTE], // mends itself
    [{ kind: 'held', by: 'OpenClaw', expired: true }, -MINUTE],
  ])('says nothing of %j with %s ms left', (status, leftMs) => {
    expect(turnOf(NOBODY, overview(status, leftMs))).toEqual({ endangered: NOBODY, expiring: [], usable: [] })
  })

  it('tells of a token that nothing renews, before it lapses', () => {
    const cannot = { refresh: false, login: true }
    const { expiring, endangered: now } = turnOf(NOBODY, overview({ kind: 'fresh' }, MINUTE, NOW, cannot))
    expect(expiring).toEqual([
      { profile: 'acme:ada', expiresAtMs: NOW + MINUTE, reason: 'Nothing but a sign-in renews it.' },
    ])
    expect(turnOf(NOBODY, overview({ kind: 'fresh' }, undefined, NOW, cannot)).expiring).toEqual([])
    expect(turnOf(now, overview({ kind: 'fresh' }, 60 * MINUTE, NOW, cannot)).usable).toHaveLength(1)
  })

  it.each<StatusView>([
    { kind: 'due', sinceMs: NOW },
    { kind: 'refreshing', sinceMs: NOW },
  ])('does not say that all is well between two tries: %j', (status) => {
    const { endangered: before } = turnOf(NOBODY, overview(RETRYING, 4 * MINUTE))
    expect(turnOf(before, overview(status, 4 * MINUTE)).usable).toEqual([])
    expect(turnOf(before, overview(status, 60 * MINUTE)).usable).toHaveLength(1)
  })

  it('tells once, until it works again', () => {
    const second = turnOf(endangered, overview(NEEDS_LOGIN, -MINUTE))
    expect(second.expiring).toEqual([])
    const third = turnOf(second.endangered, overview({ kind: 'fresh' }, 60 * MINUTE))
    expect(third.usable).toEqual([{ profile: 'acme:ada', expiresAtMs: NOW + 60 * MINUTE }])
    expect(turnOf(third.endangered, overview({ kind: 'fresh' }, 59 * MINUTE)).usable).toEqual([])
    expect(turnOf(third.endangered, overview(NEEDS_LOGIN, MINUTE)).expiring).toHaveLength(1)
  })

  it.each<[StatusView, number]>([
    [{ kind: 'refreshing', sinceMs: NOW }, -MINUTE],
    [{ kind: 'expired', sinceMs: NOW }, -MINUTE],
    [{ kind: 'unknown', lookedAtMs: NOW }, 60 * MINUTE],
  ])('waits with "usable" while it is %j', (status, leftMs) => {
    const turn = turnOf(endangered, overview(status, leftMs))
    expect(turn).toEqual({ endangered, expiring: [], usable: [] })
  })

  it('forgets a login that is gone', () => {
    const turn = turnOf(endangered, { atMs: NOW, profiles: [] } as unknown as OverviewView)
    expect(turn).toEqual({ endangered: NOBODY, expiring: [], usable: [] })
  })
})
