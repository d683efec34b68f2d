import { describe, expect, it } from 'vitest'
import type { ProfileView } from '../../../app/contract/views.ts'
import { allClearFor, digestFor, type Notice, noticeFor } from '../../../main/notifications/alert-text.ts'
import { alertOf } from '../../../main/notifications/alerts.ts'
import {
  ENDED,
  ending,
  HOUR_MS,
  NOW_MS,
  needy,
  profileView,
  SETTINGS,
  warned,
} from '../../support/alert-steps.ts'

function said(profile: ProfileView): Notice {
  const concern = alertOf(profile, SETTINGS, undefined, NOW_MS)
  if (!concern) throw new Error('nothing to say')
  return noticeFor(profile, concern, NOW_MS)
}

const gh = { mode: 'watched', refreshedBy: 'GitHub CLI', sentence: 'GitHub CLI looks after it.' } as const

describe('noticeFor', () => {
  it('says who ended it, what to do, and offers to do it', () => {
    expect(said(needy())).toEqual({
      title: 'ada@example.test needs you',
      body: 'OpenAI Codex has ended this login. Sign in to bring it back.',
      urgency: 'normal',
      passing: false,
      click: { kind: 'open', profileId: 'ada' },
      login: { kind: 'login', profileId: 'ada' },
    })
  })

  it('shows what others wrote as it can be seen', () => {
    const account = 'ada\u202e@example.test\u001b[2J\u200b'
    expect(said(needy('ada', { account })).title).toBe('ada\ufffd@example.test [2J\ufffd needs you')
  })

  it('gives the end as a moment, which does not go stale', () => {
    const { title, body } = said(ending(23 * HOUR_MS))
    expect(title).toBe('ada@example.test: 23 h left')
    expect(body).toMatch(
      /^OpenAI Codex ends this login on \w{3} \d\d Jan, \d\d:\d\d, and no renewal can extend it\./,
    )
    expect(said(ending(-HOUR_MS)).body).toMatch(
      /^OpenAI Codex ended this login on .* Sign in to bring it back\.$/,
    )
  })

  it('names what was taken away', () => {
    const warnings = [{ code: 'scope-narrowed', message: 'Refreshed.', detail: 'lost: mail.read files' }]
    expect(said(profileView({ warnings })).body).toBe(
      'OpenAI Codex took away: mail.read files. Sign in to ask for it again.',
    )
  })

  it('sends to the program that can sign in where Lamplighter cannot', () => {
    const notice = said(ending(HOUR_MS, { owner: gh, can: { refresh: false, login: false } }))
    expect(notice.body).toContain('Sign in with GitHub CLI before then')
    expect(notice).not.toHaveProperty('login')
  })

  it.each(['unwritable', 'not-sent', 'holder-unwritable'])(
    'offers no sign-in where that would not help: %s',
    (code) => {
      const notice = said(warned(code))
      expect(notice).not.toHaveProperty('login')
      expect(notice.body).toContain('OpenClaw · main')
    },
  )

  it('names no address but the account', () => {
    const failure = { ...ENDED, message: 'It belongs to eve@corp.test.' }
    const advice = `${failure.message} Sign in as ada@example.test.`
    expect(said(needy('ada', { advice })).body).toBe(
      'OpenAI Codex: It belongs to another account. Sign in as ada@example.test.',
    )
    const stranger = [
      { code: 'other-account', message: 'The provider answered for another account (eve@corp.test).' },
    ]
    expect(said(profileView({ warnings: stranger })).body).not.toContain('eve')
  })

  it('stays short and on one line', () => {
    const long = 'x'.repeat(500)
    const notice = said(needy('ada', { account: `${long}@example.test`, advice: `a\nb ${long}` }))
    expect(notice.title.length).toBeLessThanOrEqual(60)
    expect(notice.title).toMatch(/… needs you$/)
    expect(notice.body.length).toBeLessThanOrEqual(280)
    expect(notice.body).not.toContain('\n')
  })
})

describe('digestFor', () => {
  it('names five and counts the rest', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => needy(id, { account: id }))
    expect(digestFor(many, 'normal')).toMatchObject({
      title: '7 logins need you',
      body: 'a, b, c, d, e and 2 more. Open Lamplighter to see what to do for each.',
      click: { kind: 'open' },
    })
  })
})

describe('allClearFor', () => {
  it('names one, and counts several', () => {
    expect(allClearFor([profileView()]).title).toBe('ada@example.test is well again')
    expect(allClearFor([profileView(), profileView({ id: 'bob' })]).title).toBe('2 logins are well again')
  })
})
