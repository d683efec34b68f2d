import { describe, expect, it } from 'vitest'
import { type Copy, isNewer } from '../../../app/model/current-copy.ts'
import { Secret } from '../../../app/model/secret.ts'

const NOW = 1_800_000_000_000
const MINUTE = 60_000

function copy(
  expiresAtMs: number,
  { made = false, issuedAtMs }: { made?: boolean; issuedAtMs?: number } = {},
) {
  const credential = {
    kind: 'oauth',
    accessToken: new Secret('CANARY'),
    generation: 1,
    account: {},
    scopes: [],
    extra: {},
  }
  const times = { expiresAtMs, ...(issuedAtMs === undefined ? {} : { issuedAtMs }) }
  return { credential: { ...credential, ...times }, ...(made ? { made } : {}) } as Copy
}

describe('the newer of two copies', () => {
  it('is the one that was issued later, where both say, whatever their ends', () => {
    const long = copy(NOW + 60 * MINUTE, { issuedAtMs: NOW - MINUTE })
    const late = copy(NOW + 10 * MINUTE, { issuedAtMs: NOW, made: true })
    expect([isNewer(late, long), isNewer(long, late)]).toEqual([true, false])
  })

  it('is the one that lasts longer, where nothing else is known', () => {
    const [long, short] = [copy(NOW + 60 * MINUTE), copy(NOW + 59.9 * MINUTE)]
    expect([isNewer(long, short), isNewer(short, long)]).toEqual([true, false])
  })

  it('is not ours when both end in the same minute: the clock may have been set back before somebody signed in', () => {
    const ours = copy(NOW + 60 * MINUTE, { made: true })
    const signedIn = copy(NOW + 59.5 * MINUTE)
    expect([isNewer(ours, signedIn), isNewer(signedIn, ours)]).toEqual([false, true])
  })

  it('is ours when it lasts minutes longer: the other is from before', () => {
    const ours = copy(NOW + 60 * MINUTE, { made: true })
    expect(isNewer(ours, copy(NOW + 58 * MINUTE))).toBe(true)
  })
})
