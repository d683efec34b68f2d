import { describe, expect, it } from 'vitest'
import type { ProfileView } from '../../../app/contract/views.ts'
import { DAY, HOUR } from '../../../renderer/format/time.ts'
import { attentionOf, countAttentions, lampOf } from '../../../renderer/model/attention.ts'
import { agents, REVOKED, sampleProfile, twelve } from '../../../renderer/preview/sample-profiles.ts'

const NOW = 1_770_000_000_000
const held = { kind: 'held', by: 'T440', expired: true } as const
const owner = (mode: ProfileView['owner']['mode']) => ({ mode, refreshedBy: 'T440', sentence: '' })

describe('attentionOf', () => {
  it.each<[string, Partial<ProfileView>, string]>([
    ['a login that ended', { status: { kind: 'needs-login', failure: REVOKED } }, 'needs-you'],
    ['one that is tried again', { status: { kind: 'retrying', untilMs: NOW, failure: REVOKED } }, 'look'],
    ['one that has expired', { status: { kind: 'expired', sinceMs: NOW } }, 'look'],
    ['one that cannot be read', { status: { kind: 'unknown', lookedAtMs: NOW, failure: REVOKED } }, 'look'],
    ['one with a warning', { warnings: [REVOKED] }, 'look'],
    ['one whose files differ', { holders: agents(3, 1) }, 'look'],
    ['a sign-in that ends tomorrow', { grantExpiresAtMs: NOW + DAY }, 'look'],
    ['a sign-in that each renewal prolongs', { grantExpiresAtMs: NOW + DAY, grantSlides: true }, 'renewing'],
    ['a sign-in that lasts', { grantExpiresAtMs: NOW + 9 * DAY }, 'renewing'],
    ['a borrowed one that its owner does not renew', { status: held, owner: owner('borrowed') }, 'look'],
    ['another program’s, expired until it is used', { status: held, owner: owner('watched') }, 'others'],
    ['an API key', { status: { kind: 'static' } }, 'lasting'],
    ['one that is well', { accessExpiresAtMs: NOW + HOUR }, 'renewing'],
  ])('%s: %s', (_, over, attention) => {
    expect(attentionOf(sampleProfile(NOW, over), NOW)).toBe(attention)
  })

  it('counts each login once', () => {
    const counts = countAttentions(twelve(NOW), NOW)
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(12)
  })

  it('leaves a lamp dark only where a person is needed', () => {
    expect(lampOf('needs-you')).toBe('dark')
    expect(lampOf('look')).toBe('half')
    expect([lampOf('renewing'), lampOf('others'), lampOf('lasting')]).toEqual(['lit', 'lit', 'lit'])
  })
})
