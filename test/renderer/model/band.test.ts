import { describe, expect, it } from 'vitest'
import type { OverviewView, ProfileView } from '../../../app/contract/views.ts'
import { HOUR, MINUTE } from '../../../renderer/format/time.ts'
import { attentionOf } from '../../../renderer/model/attention.ts'
import { bandOf, litInWords, MOST_LAMPS, stoppedInWords, streetOf } from '../../../renderer/model/band.ts'
import { crowd } from '../../../renderer/preview/sample-crowd.ts'
import { brokenPlaces } from '../../../renderer/preview/sample-places.ts'
import {
  agents,
  endedBy,
  REVOKED,
  sampleOverview,
  sampleProfile,
  twelve,
} from '../../../renderer/preview/sample-profiles.ts'

const NOW = new Date(2026, 1, 4, 14, 2).getTime()
const band = (profiles: readonly ProfileView[], over: Partial<OverviewView['scheduler']> = {}) => {
  const overview = sampleOverview(NOW, profiles)
  return bandOf({ ...overview, scheduler: { ...overview.scheduler, ...over } }, NOW)
}
const well = (profiles: readonly ProfileView[]) =>
  profiles.filter((one) => !['needs-you', 'look'].includes(attentionOf(one, NOW)))

describe('bandOf', () => {
  it('says which login needs somebody, why, who has stopped, and which button mends it', () => {
    expect(band(twelve(NOW))).toEqual({
      mood: 'needs-you',
      headline: 'One login needs you',
      why: 'Anthropic ended ops@example.test (11:02). Three agents have stopped: main, research and billing.',
      act: { kind: 'sign-in', profileId: 'anthropic-ops', label: 'Sign in to Anthropic' },
    })
  })

  it('says what the core says where nobody recorded who ended it', () => {
    const failure = endedBy('OpenAI Codex')
    const profiles = [sampleProfile(NOW, { status: { kind: 'needs-login', failure } })]
    expect(band(profiles).why).toMatch(/^ada@example.test, OpenAI Codex: OpenAI Codex has ended this login\./)
  })

  it('counts them among many, the one whose agents stopped first being first', () => {
    const many = band(crowd(NOW, 200))
    expect(many.headline).toBe('Two of 200 logins need you')
    expect(many.why).toMatch(/^Three agents have stopped: main, research and billing\./)
    expect(many.why).toContain('The other 194 are fine.')
    expect(many.act).toMatchObject({ profileId: 'anthropic-ops', label: 'Sign in to Anthropic first' })
  })

  it('offers no sign-in where none is possible', () => {
    const profile = sampleProfile(NOW, {
      status: { kind: 'needs-login', failure: REVOKED },
      can: { refresh: false, login: false },
    })
    expect(band([profile]).act).toEqual({ kind: 'show', profileId: 'p1', label: 'Show what to do' })
  })

  it('says that it is paused, what expires meanwhile, and how to go on', () => {
    const paused = band(twelve(NOW), { paused: { untilMs: NOW + HOUR } })
    expect(paused.headline).toBe('Renewing is paused until 15:02')
    expect(paused.why).toMatch(/^One login needs you\. \d logins expire meanwhile, some already have\.$/)
    expect(paused.act).toEqual({ kind: 'resume', label: 'Resume' })
    expect(band(well(twelve(NOW)), { paused: { untilMs: NOW + MINUTE } }).why).toBe(
      'Nothing expires before that.',
    )
  })

  it('names what is worth a look, with the one thing to do about it', () => {
    const look = band(twelve(NOW).filter(({ status }) => status.kind !== 'needs-login'))
    expect(look).toMatchObject({
      mood: 'look',
      headline: 'Nothing needs you; four of eleven are worth a look',
      act: { kind: 'renew', profileId: 'chutes-ada', label: 'Try again now' },
    })
    const down = band([
      sampleProfile(NOW, {
        status: {
          kind: 'retrying',
          untilMs: NOW + MINUTE,
          failure: { code: 'X', message: 'xAI did not answer.' },
        },
        accessExpiresAtMs: NOW - MINUTE,
      }),
    ])
    expect(down.headline).toBe('One login has expired; Lamplighter keeps trying')
    expect(down.why).toContain('xAI did not answer. It has expired meanwhile. It is tried again 14:03.')
    const drifting = band([sampleProfile(NOW, { holders: agents(2, 1) })])
    expect(drifting.act).toMatchObject({ kind: 'repair' })
  })

  it('says which file keeps logins from being read, and leads to it', () => {
    const [docs] = brokenPlaces(NOW)
    const overview = { ...sampleOverview(NOW, well(twelve(NOW))), places: docs ? [docs] : [] }
    expect(bandOf(overview, NOW)).toEqual({
      mood: 'needs-you',
      headline: 'One file needs you',
      why: `auth-profiles.json is damaged. The logins in it cannot be read or renewed until it is mended. ${docs?.problem?.hint}`,
      act: {
        kind: 'show-problem',
        problemId: `place:${docs?.label}:${docs?.path}`,
        label: 'Show what to do',
      },
    })
  })

  it('counts logins and files together, the login that can be signed in to being first', () => {
    const overview = { ...sampleOverview(NOW, twelve(NOW)), places: brokenPlaces(NOW) }
    expect(bandOf(overview, NOW)).toMatchObject({
      headline: 'Three things need you',
      why: expect.stringMatching(/stopped.* auth-profiles\.json is damaged and hosts\.yml cannot be read\.$/),
      act: { kind: 'sign-in', profileId: 'anthropic-ops', label: 'Sign in to Anthropic first' },
    })
    const paused = { ...overview, scheduler: { running: true, paused: {} } }
    expect(bandOf(paused, NOW).why).toMatch(/^Three things need you\./)
  })

  it('says what is worth a look besides logins, alone or with them', () => {
    const problems = [{ code: 'COMMAND_FAILED', message: 'The hook failed.' }]
    expect(bandOf({ ...sampleOverview(NOW, well(twelve(NOW))), problems }, NOW)).toEqual({
      mood: 'look',
      headline: 'Nothing needs you; one thing is worth a look',
      why: 'The hook failed. The logins in this list are renewed all the same.',
      act: { kind: 'show-problem', problemId: 'problem:COMMAND_FAILED:The hook failed.', label: 'Show' },
    })
    const looking = twelve(NOW).filter(({ status }) => status.kind !== 'needs-login')
    expect(bandOf({ ...sampleOverview(NOW, looking), problems }, NOW)).toMatchObject({
      headline: 'Nothing needs you; five things are worth a look',
      act: { kind: 'renew', profileId: 'chutes-ada' },
    })
  })

  it('is quiet when all is well, and says what is next', () => {
    expect(band(well(twelve(NOW)))).toEqual({
      mood: 'quiet',
      headline: 'All seven lamps are lit',
      why: 'Next renewal 14:40: build-bot, Acme OIDC.',
    })
  })
})

describe('stoppedInWords', () => {
  const needing = (id: string, left: number, count: number) =>
    sampleProfile(NOW, {
      id,
      status: { kind: 'needs-login', failure: REVOKED },
      accessExpiresAtMs: NOW + left,
      holders: agents(count),
    })

  it('tells those that have stopped from those that will', () => {
    expect(stoppedInWords([needing('a', -HOUR, 1)], NOW)).toBe('One agent has stopped: main.')
    expect(stoppedInWords([needing('a', 45 * MINUTE, 2)], NOW)).toBe('Two agents stop 14:47.')
    expect(stoppedInWords([needing('a', -HOUR, 1), needing('b', 45 * MINUTE, 3)], NOW)).toBe(
      'One agent has stopped: main. Two more stop 14:47.',
    )
    expect(stoppedInWords([needing('a', -HOUR, 7)], NOW)).toBe('Seven agents have stopped.')
  })
})

describe('streetOf', () => {
  it('has a lamp for each login, which stays in its place whatever becomes of it', () => {
    const lamps = streetOf(twelve(NOW), NOW)
    expect(lamps.filter(({ state }) => state === 'dark').map(({ id }) => id)).toEqual(['anthropic-ops'])
    const mended = twelve(NOW).map((one) => ({ ...one, status: { kind: 'fresh' } as const }))
    expect(streetOf(mended, NOW).map(({ id }) => id)).toEqual(lamps.map(({ id }) => id))
    expect(litInWords(twelve(NOW), NOW)).toBe('10 of 12 lit')
  })

  it('ends where lamps could no longer be told apart', () => {
    expect(streetOf(crowd(NOW, MOST_LAMPS), NOW)).toHaveLength(MOST_LAMPS)
    expect(streetOf(crowd(NOW, MOST_LAMPS + 1), NOW)).toEqual([])
  })
})
