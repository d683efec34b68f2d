import { describe, expect, it } from 'vitest'
import type { ProfileView } from '../../../app/contract/views.ts'
import { Looks, NOW_MS, needy, profileView, SETTINGS } from '../../support/alert-steps.ts'

const MINUTE_MS = 60_000
const NAMES = ['ada', 'bob', 'eve', 'joe', 'sue']
const failure = { code: 'PROVIDER_UNREACHABLE', message: 'OpenAI Codex did not answer (connection refused).' }

const down = (id: string, changes: Partial<ProfileView> = {}): ProfileView =>
  profileView({
    id,
    status: { kind: 'retrying', untilMs: NOW_MS + MINUTE_MS, failure },
    accessExpiresAtMs: NOW_MS - 1,
    ...changes,
  })
const well = (id: string): ProfileView => profileView({ id, accessExpiresAtMs: NOW_MS + 60 * MINUTE_MS })
const trying = (id: string): ProfileView => down(id, { status: { kind: 'refreshing', sinceMs: NOW_MS } })

/** Looks a minute apart. */
function minutes(looks = new Looks()) {
  let nowMs = NOW_MS
  return (...profiles: ProfileView[]) => {
    nowMs += MINUTE_MS
    return looks.brief(profiles, nowMs)
  }
}

describe('logins that lapsed and cannot be renewed', () => {
  it('are one notice for all, and one all-clear', () => {
    const next = minutes()
    expect(next(...NAMES.map(well))).toEqual([])
    expect(next(...NAMES.map((id) => down(id)))).toEqual([])
    expect(next(...NAMES.map((id) => down(id)))).toEqual(['show outage: 5 logins have expired'])
    expect(next(...NAMES.map(trying))).toEqual([])
    expect(next(...NAMES.map((id) => down(id)))).toEqual([])
    expect(next(...NAMES.map(well))).toEqual(['show outage: 5 logins are well again'])
    expect(next(...NAMES.map(well))).toEqual([])
  })

  it('stay one notice when they lapse and come back one after the other', () => {
    const next = minutes()
    next(well('ada'), well('bob'))
    next(down('ada'), well('bob'))
    expect(next(down('ada'), down('bob'))).toEqual(['show outage: ada@example.test has expired'])
    expect(next(down('ada'), down('bob'))).toEqual(['update outage: 2 logins have expired'])
    expect(next(well('ada'), down('bob'))).toEqual(['update outage: bob@example.test has expired'])
    expect(next(down('ada'), down('bob'))).toEqual(['update outage: 2 logins have expired'])
    expect(next(well('ada'), down('bob'))).toHaveLength(1)
    expect(next(well('ada'), well('bob'))).toEqual(['show outage: 2 logins are well again'])
  })

  it('say why, and what happens next', () => {
    const looks = new Looks()
    looks.look([down('ada'), down('bob')])
    const [step] = looks.look([down('ada'), down('bob')], NOW_MS + MINUTE_MS)
    expect(step).toMatchObject({ notice: { urgency: 'normal', passing: false, click: { kind: 'open' } } })
    expect(step?.kind === 'show' && step.notice.body).toContain(
      'did not answer (connection refused). Lamplighter tries again by itself and says when they work.',
    )
  })

  it('are no news when the next try mends them, or while their token still works', () => {
    const next = minutes()
    next(down('ada'))
    expect(next(well('ada'))).toEqual([])
    const lasting = down('ada', { accessExpiresAtMs: NOW_MS + 60 * MINUTE_MS })
    expect([...next(lasting), ...next(lasting), ...next(lasting)]).toEqual([])
  })

  it('are told of on their own once only a person can help', () => {
    const next = minutes()
    next(down('ada'), down('bob'))
    next(down('ada'), down('bob'))
    expect(next(needy('ada'), down('bob'))).toEqual([
      'show profile ada: ada@example.test needs you',
      'update outage: bob@example.test has expired',
    ])
  })

  it('are not told again after a restart, nor of one whose notifications are off', () => {
    const looks = new Looks()
    looks.look([down('ada')])
    looks.look([down('ada')], NOW_MS + MINUTE_MS)
    looks.restart()
    expect(looks.look([down('ada')], NOW_MS + 2 * MINUTE_MS)).toEqual([])
    const muted = minutes(new Looks({ ...SETTINGS, mutedProfiles: ['ada'] }))
    expect([...muted(down('ada')), ...muted(down('ada')), ...muted(down('ada'))]).toEqual([])
  })
})
