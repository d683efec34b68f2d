import { describe, expect, it } from 'vitest'
import { inChoiceOrder, tokenlessWord } from '../../../renderer/model/login-choice.ts'
import { profileView } from '../../support/views.ts'

const failure = { code: 'NEEDS_LOGIN', message: 'It has ended.' } as const
const well = profileView({ id: 'well', status: { kind: 'fresh' } })
const late = profileView({ id: 'late', status: { kind: 'expired', sinceMs: 1 } })
const ended = profileView({ id: 'ended', status: { kind: 'needs-login', failure } })
const held = profileView({ id: 'held', status: { kind: 'held', by: 'gh', expired: true } })
const heldWell = profileView({ id: 'held-well', status: { kind: 'held', by: 'gh', expired: false } })

describe('a login to choose', () => {
  it('says why it gives no token', () => {
    expect([well, late, ended, held, heldWell].map(tokenlessWord)).toEqual([
      undefined,
      'expired, renews by itself',
      'needs you',
      'expired',
      undefined,
    ])
  })

  it('stands behind those that do', () => {
    expect(inChoiceOrder([ended, well, held, heldWell]).map(({ id }) => id)).toEqual([
      'well',
      'held-well',
      'ended',
      'held',
    ])
  })
})
