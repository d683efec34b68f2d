import { describe, expect, it } from 'vitest'
import { headline, renewalLine, summary, tooltip } from '../../../main/tray/tray-text.ts'
import { MINUTE_MS, NOW_MS, overviewView, profileView } from '../../support/views.ts'

const ENDED = { code: 'NEEDS_LOGIN', message: 'The provider ended this login.' }
const needy = profileView({ id: 'needy', status: { kind: 'needs-login', failure: ENDED } })
const soon = profileView({ id: 'soon', accessExpiresAtMs: NOW_MS + 4 * MINUTE_MS })

describe('summary', () => {
  it('counts the logins and those that need a person', () => {
    expect(summary(overviewView([soon, needy]))).toBe('2 logins, 1 needs you')
    expect(summary(overviewView([needy, { ...needy, id: 'b' }]))).toBe('2 logins, 2 need you')
  })

  it('does not ask for a person when a login is retried', () => {
    const retrying = profileView({ status: { kind: 'retrying', untilMs: NOW_MS + 5, failure: ENDED } })
    expect(summary(overviewView([soon, retrying]))).toBe('2 logins, 1 retrying')
    const down = { ...retrying, accessExpiresAtMs: NOW_MS - 1 }
    expect(summary(overviewView([soon, down]))).toBe('2 logins, 1 expired')
  })
})

describe('summary where no person is needed', () => {
  it('does not say that all is well while the lamp says otherwise', () => {
    const problems = [{ code: 'CONFIG_INVALID', message: 'config.json cannot be read.' }]
    expect(summary(overviewView([soon], { problems }))).toBe('1 login, 1 problem')
    const unknown = profileView({ status: { kind: 'unknown', lookedAtMs: NOW_MS } })
    expect(summary(overviewView([soon, unknown]))).toBe('2 logins, 1 cannot be read')
    const expired = profileView({ status: { kind: 'expired', sinceMs: NOW_MS } })
    const borrowed = profileView({ status: { kind: 'held', by: 'T440', expired: true } })
    expect(summary(overviewView([soon, expired, borrowed]))).toBe('3 logins, 2 expired')
  })
})

describe('summary while paused', () => {
  const paused = { scheduler: { running: true, paused: {} } }

  it('says so, whatever is retried', () => {
    expect(summary(overviewView([soon], paused))).toBe('1 login, paused')
  })

  it('still says who needs a person: a pause does not help them', () => {
    expect(summary(overviewView([needy, soon], paused))).toBe('2 logins, 1 needs you, paused')
  })
})

describe('tooltip', () => {
  it('says what happens next', () => {
    const scheduler = { running: true, next: { profileId: 'soon', atMs: NOW_MS + 3 * MINUTE_MS } }
    expect(tooltip(overviewView([soon], { scheduler }), NOW_MS)).toBe(
      'Lamplighter · 1 login, all well · next: soon@example.test in 3 min',
    )
  })
})

describe('headline', () => {
  const paused = { scheduler: { running: true, paused: {} } }

  it('says first what needs a person, in words', () => {
    expect(headline(overviewView([soon, needy]))).toBe('One login needs you')
    expect(headline(overviewView([needy, { ...needy, id: 'b' }]))).toBe('Two logins need you')
    expect(headline(overviewView([needy, soon], paused))).toBe('One login needs you')
  })

  it('counts a file that cannot be read with the logins that need a person', () => {
    const problem = { code: 'STORE_CORRUPT', message: 'It is damaged.' }
    const place = { label: 'OpenClaw · ops', path: '/ops', found: 'unreadable', present: true, problem }
    const broken = { places: [place] }
    expect(headline(overviewView([soon], broken))).toBe('One file needs you')
    expect(headline(overviewView([soon, needy], broken))).toBe('Two things need you')
    expect(summary(overviewView([soon], broken))).toBe('1 login; 1 file needs you')
    expect(summary(overviewView([soon, needy], { ...broken, ...paused }))).toBe(
      '2 logins; 2 things need you, paused',
    )
  })

  it('says that renewing is paused, before what lapses through it', () => {
    const expired = profileView({ status: { kind: 'expired', sinceMs: NOW_MS } })
    expect(headline(overviewView([soon, expired], paused))).toBe('Renewing is paused')
    expect(headline(overviewView([soon, expired]))).toBe('One login has expired')
  })

  it('does not say that all is well while something is not', () => {
    const unknown = profileView({ status: { kind: 'unknown', lookedAtMs: NOW_MS } })
    expect(headline(overviewView([soon, unknown]))).toBe('One login is worth a look')
    const problems = [{ code: 'CONFIG_INVALID', message: 'config.json cannot be read.' }]
    expect(headline(overviewView([soon], { problems }))).toBe('One thing is worth a look')
    expect(headline(overviewView([soon, unknown], { problems }))).toBe('Two things are worth a look')
  })

  it('counts the lamps on a quiet day', () => {
    expect(headline(overviewView([]))).toBe('No logins found yet')
    expect(headline(overviewView([soon]))).toBe('The lamp is lit')
    const many = Array.from({ length: 13 }, (_, at) => profileView({ id: `p${at}` }))
    expect(headline(overviewView(many.slice(0, 12)))).toBe('All twelve lamps are lit')
    expect(headline(overviewView(many))).toBe('All 13 lamps are lit')
  })
})

describe('renewalLine', () => {
  it('says who, where and when', () => {
    const planned = profileView({ ...soon, nextRefreshAtMs: NOW_MS + 3 * MINUTE_MS })
    expect(renewalLine(planned, NOW_MS)).toBe('soon@example.test · OpenAI Codex · renews in 3 min')
  })
})
