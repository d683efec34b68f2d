import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Pace } from '../../../../app/engine/refresh/pace.ts'
import type { Credential } from '../../../../app/model/credential.ts'
import type { RefreshOutcome } from '../../../../app/model/refresh-outcome.ts'
import { FakeClock } from '../../../fakes/clock.ts'
import { FakeRandom } from '../../../fakes/random.ts'

const MINUTE = 60_000
const credential: Credential = { kind: 'oauth', account: {}, generation: 1 }
const failure = { code: 'PROVIDER_REFUSED', message: 'no' }
const refreshed = { credential, grant: 'g', successor: 'h', written: [], troubles: [], narrowed: [] } as const

/** Every way an attempt can end. */
const OUTCOMES: readonly RefreshOutcome[] = [
  { kind: 'refreshed', recovered: false, ...refreshed },
  { kind: 'adopted', credential, grant: 'g', raced: false, repaired: [] },
  { kind: 'repaired', credential, grant: 'g', repaired: [], troubles: [] },
  { kind: 'superseded', grant: 'g' },
  ...(
    ['transient', 'rate-limited', 'unknown-outcome', 'client-rejected', 'locked', 'unwritable'] as const
  ).map((cause): RefreshOutcome => ({ kind: 'retry', cause, grant: 'g', failure })),
  ...(['rejected', 'reused', 'other-account', 'insufficient-scope', 'spent'] as const).map(
    (cause): RefreshOutcome => ({ kind: 'rejected', cause, grant: 'g', failure }),
  ),
]

function paced() {
  const clock = new FakeClock()
  return { clock, pace: new Pace({ clock, random: new FakeRandom() }) }
}

describe('Pace', () => {
  it('lets no outcome, in whatever order, lead to more than one request a minute', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...OUTCOMES), { minLength: 1, maxLength: 80 }), (outcomes) => {
        const { clock, pace } = paced()
        const endMs = clock.now() + 60 * MINUTE
        const askedAtMs: number[] = []
        for (const outcome of outcomes) {
          if (clock.now() > endMs) break
          askedAtMs.push(clock.now())
          pace.asked('p')
          pace.concluded('p', outcome)
          clock.jump(Math.max(0, (pace.notBeforeMs('p') ?? 0) - clock.now()))
        }
        const gaps = askedAtMs.slice(1).map((at, index) => at - (askedAtMs[index] ?? 0))
        expect(gaps.every((gap) => gap >= MINUTE)).toBe(true)
      }),
    )
  })

  it.each(OUTCOMES.filter(({ kind }) => kind === 'superseded' || kind === 'rejected'))(
    'backs off when $kind is all that ever comes',
    (outcome) => {
      const { clock, pace } = paced()
      for (let round = 0; round < 10; round++) {
        pace.asked('p')
        pace.concluded('p', outcome)
        clock.jump((pace.notBeforeMs('p') ?? 0) - clock.now())
      }
      pace.asked('p')
      pace.concluded('p', outcome)
      expect((pace.notBeforeMs('p') ?? 0) - clock.now()).toBeGreaterThan(2 * MINUTE)
    },
  )

  it('leaves what asked nobody to its own delay', () => {
    const { pace } = paced()
    pace.concluded('p', { kind: 'retry', cause: 'transient', grant: 'g', failure })
    expect(pace.notBeforeMs('p')).toBeUndefined()
  })

  it('makes nobody wait for a time that a clock set back has made far away', () => {
    const { clock, pace } = paced()
    pace.concluded('p', { kind: 'superseded', grant: 'g' })
    clock.jump(-24 * 60 * MINUTE)
    expect(pace.notBeforeMs('p')).toBeUndefined()
  })

  it('holds back nothing of a new login', () => {
    const { pace } = paced()
    pace.asked('p')
    pace.concluded('p', { kind: 'superseded', grant: 'g' })
    pace.forget('p')
    expect(pace.notBeforeMs('p')).toBeUndefined()
  })
})
