import { expect, it } from 'vitest'
import { loginLabel } from '../../../../app/features/metrics/login-label.ts'
import { createMetrics } from '../../../../app/features/metrics/metrics.ts'
import { FakeRandom } from '../../../fakes/random.ts'
import { MINUTE_MS, NOW_MS, overviewView, profileView } from '../../../support/views.ts'

const labelOf = (id: string): string => loginLabel(new FakeRandom(), id)

it('tells what lapses when, what came of refreshes and who waits, and names nobody', async () => {
  const metrics = createMetrics(labelOf)
  const event = {
    id: '1',
    atMs: NOW_MS,
    kind: 'refreshed',
    profileId: 'ada',
    providerId: 'openai-codex',
    account: 'ada@example.test',
    message: 'Renewed.',
    durationMs: 700,
    askedBy: 'schedule',
    process: 'lamplighter',
    pid: 1,
  } as const
  metrics.hear(event)
  metrics.hear({ ...event, kind: 'rejected' })
  metrics.hear({ ...event, kind: 'signed-in' })
  const text = await metrics.text(
    overviewView(
      [
        profileView({
          id: 'ada',
          accessExpiresAtMs: NOW_MS + 5 * MINUTE_MS,
          grantExpiresAtMs: NOW_MS + 60 * MINUTE_MS,
        }),
        profileView({
          id: 'bob',
          accessExpiresAtMs: NOW_MS - MINUTE_MS,
          status: { kind: 'needs-login', failure: { code: 'GRANT_REJECTED', message: 'ended' } },
        }),
      ],
      { queue: [{ profileId: 'bob', providerId: 'acme', askedBy: 'x', sinceMs: NOW_MS, position: 1 }] },
    ),
  )
  const labels = (id: string): string => `login="${labelOf(id)}",provider="openai-codex"`
  for (const line of [
    `lamplighter_token_seconds_left{${labels('ada')}} 300`,
    `lamplighter_token_seconds_left{${labels('bob')}} -60`,
    `lamplighter_login_seconds_left{${labels('ada')}} 3600`,
    `lamplighter_login_state{${labels('bob')},state="needs-login"} 1`,
    'lamplighter_logins_needing_person 1',
    'lamplighter_consumers_waiting{provider="acme"} 1',
    'lamplighter_refreshes_total{provider="openai-codex",outcome="refreshed"} 1',
    'lamplighter_refreshes_total{provider="openai-codex",outcome="rejected"} 1',
    'lamplighter_refresh_duration_seconds_bucket{le="1",provider="openai-codex"} 2',
    'lamplighter_scheduler_running 1',
  ])
    expect(text.split('\n')).toContain(line)
  expect(text).not.toMatch(/ada|bob|example\.test|signed-in/)
})

it('forgets a login that is gone', async () => {
  const metrics = createMetrics(labelOf)
  await metrics.text(overviewView([profileView({ accessExpiresAtMs: NOW_MS })]))
  expect(await metrics.text(overviewView([]))).not.toContain('login="')
})

it('tells of a fleet who was there when, who renewed and who was slower, and names no machine', async () => {
  const metrics = createMetrics(labelOf)
  const fleet = {
    contactMs: NOW_MS - 2000,
    logins: 3,
    nodes: [{ id: 'attic', seenMs: NOW_MS - MINUTE_MS }, { id: 'rack' }],
    renewedHere: 4,
    renewedElsewhere: 5,
    ticketsLost: 6,
  }
  const overview = overviewView([])
  expect(await metrics.text(overview)).not.toContain('fleet')
  for (let again = 0; again < 2; again++) {
    const lines = (await metrics.text(overview, fleet)).split('\n')
    for (const line of [
      'lamplighter_fleet_logins 3',
      'lamplighter_fleet_contact_age_seconds 2',
      `lamplighter_fleet_node_seen_age_seconds{node="${labelOf('attic')}"} 60`,
      'lamplighter_fleet_renewals_total{where="here"} 4',
      'lamplighter_fleet_renewals_total{where="elsewhere"} 5',
      'lamplighter_fleet_tickets_lost_total 6',
    ])
      expect(lines).toContain(line)
    expect(lines.join('\n')).not.toMatch(/attic|rack/)
  }
})
