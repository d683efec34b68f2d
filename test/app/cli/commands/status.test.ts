import { describe, expect, it } from 'vitest'
import { countsOf, shortStatus, statusLines } from '../../../../app/cli/io/status-text.ts'
import type { OverviewView, ProfileView, StatusView } from '../../../../app/contract/views.ts'

const NOW = Date.UTC(2026, 0, 2)
const MINUTE = 60_000
const failure = { code: 'PROVIDER_UNREACHABLE', message: 'Acme did not answer (connection refused).' }
const HOST = {
  protocol: 1,
  version: '1.2.3',
  host: 'lamplighter serve',
  hostname: 'node-a',
  pid: 4711,
  sinceMs: NOW - 182 * MINUTE,
}

function overview(statuses: Record<string, StatusView>, more: Partial<OverviewView> = {}): OverviewView {
  const profiles = Object.entries(statuses).map(
    ([id, status]) => ({ id, status, holders: [] }) as unknown as ProfileView,
  )
  const rest = {
    atMs: NOW,
    places: [],
    sealedBy: 'file',
    problems: [],
    scheduler: { running: true },
  } as const
  return { profiles, ...rest, ...more }
}

const BUSY = overview(
  {
    'acme:ada': { kind: 'fresh' },
    'acme:bob': { kind: 'retrying', untilMs: NOW + 12_000, failure },
    'acme:eve': {
      kind: 'needs-login',
      failure: { code: 'NEEDS_LOGIN', message: 'Acme has ended this login.' },
    },
    'beta:ada': { kind: 'fresh' },
    'beta:bob': { kind: 'refreshing', sinceMs: NOW - 2_000 },
  },
  { scheduler: { running: true, next: { profileId: 'beta:ada', atMs: NOW + 4 * MINUTE } } },
)

describe('statusLines', () => {
  it('names the logins that a damaged file held, where no row has them', () => {
    const problem = { code: 'STORE_CORRUPT', message: 'x.json is damaged.' }
    const held = [
      { account: 'ada@example.test', providerName: 'Acme' },
      { account: 'bob@example.test', providerName: 'Acme' },
    ]
    const place = { label: 'Acme', path: '/home/ada/x.json', found: '', present: true, problem, held }
    const lines = statusLines({ host: HOST, overview: overview({}, { places: [place] }), nowMs: NOW })
    expect(lines.join('\n')).toContain('x.json is damaged. It held: ada@example.test, bob@example.test.')
  })

  it('says who runs, how the logins are, what comes next and who waits', () => {
    expect(statusLines({ host: HOST, overview: BUSY, nowMs: NOW })).toEqual([
      'Running: lamplighter serve 1.2.3, pid 4711, for 3 h 2 min.',
      'Next: beta:ada in 4 min',
      '5 logins: 1 needs you, 1 retrying, 1 renewing, 2 fresh',
      'Waiting:',
      '  acme:bob  next try in 12 s: Acme did not answer (connection refused).',
      '  beta:bob  for the provider’s answer, since 2 s',
      'Waiting for you:',
      '  acme:eve  Acme has ended this login.',
    ])
  })

  it('counts several that never expire in words that fit', () => {
    const two = overview({ a: { kind: 'static' }, b: { kind: 'static' } })
    expect(shortStatus({ host: undefined, overview: two, nowMs: NOW })).toBe(
      '2 logins: 2 never expire; not running',
    )
  })

  it('says so when nothing runs', () => {
    expect(
      statusLines({ host: undefined, overview: overview({ a: { kind: 'static' } }), nowMs: NOW }),
    ).toEqual([
      'Lamplighter is not running: logins are renewed only when somebody asks for them.',
      'Start the application, or: lamplighter serve',
      '1 login: 1 never expires',
    ])
  })

  it('says that ahead of time nothing is refreshed, whether or not anything runs', () => {
    const paused = overview({}, { scheduler: { running: false, paused: { untilMs: NOW + MINUTE } } })
    expect(statusLines({ host: undefined, overview: paused, nowMs: NOW })).toContain(
      'Renewing ahead of time is paused for 1 min.',
    )
  })

  it.each([
    [{ running: true }, 'No renewal is planned.'],
    [{ running: false }, 'Another Lamplighter on this machine renews ahead of time.'],
    [{ running: true, next: { profileId: 'a', atMs: NOW - 1 } }, 'Next: a now'],
    [{ running: true, paused: {} }, 'Renewing ahead of time is paused until somebody resumes.'],
    [{ running: true, paused: { untilMs: NOW + MINUTE } }, 'Renewing ahead of time is paused for 1 min.'],
  ] as const)('says of the schedule %j: %s', (scheduler, line) => {
    expect(statusLines({ host: HOST, overview: overview({}, { scheduler }), nowMs: NOW })[1]).toBe(line)
  })

  it('shows who stands in line', () => {
    const one = { providerId: 'acme', sinceMs: NOW - 3_000 }
    const queue = [
      { ...one, profileId: 'acme:ada', askedBy: 'my-agent (pid 4711)', position: 1 },
      { ...one, profileId: 'acme:eve', askedBy: 'cron', position: 2 },
    ]
    expect(statusLines({ host: HOST, overview: overview({}, { queue }), nowMs: NOW }).slice(3)).toEqual([
      'In line for a token:',
      '  my-agent (pid 4711)  acme:ada  number 1 at acme, since 3 s',
      '  cron                 acme:eve  number 2 at acme, since 3 s',
    ])
  })

  it('names problems', () => {
    const problems = [
      { code: 'CONFIG_INVALID', message: 'config.json is not valid JSON.', hint: 'Correct it.' },
    ]
    const lines = statusLines({ host: HOST, overview: overview({}, { problems }), nowMs: NOW })
    expect(lines).toContain('Problem: config.json is not valid JSON. Correct it.')
  })
})

describe('countsOf', () => {
  it('counts by state, and leaves out what nobody is in', () => {
    expect(countsOf(BUSY)).toEqual({ fresh: 2, retrying: 1, 'needs-login': 1, refreshing: 1 })
  })
})
