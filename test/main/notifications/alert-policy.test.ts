import { describe, expect, it } from 'vitest'
import {
  ending,
  HOUR_MS,
  Looks,
  NOW_MS,
  needy,
  profileView,
  SETTINGS,
  warned,
} from '../../support/alert-steps.ts'

const well = (id = 'ada') => profileView({ id })
const at = (hour: number, minute = 0, day = 15) => new Date(2026, 0, day, hour, minute).getTime()

describe('decide', () => {
  it('tells a rejected grant once', () => {
    const looks = new Looks()
    expect(looks.brief([well()])).toEqual([])
    expect(looks.brief([needy()])).toEqual(['show profile ada: ada@example.test needs you'])
    expect(looks.brief([needy()])).toEqual([])
  })

  it('tells of a grant that ends at each threshold, in the same place', () => {
    const looks = new Looks()
    const told = [25, 24, 20, 2, 1, 0.5].flatMap((left) => looks.brief([ending(left * HOUR_MS)]))
    expect(told).toEqual([
      'show profile ada: ada@example.test: 1 d left',
      'show profile ada: ada@example.test: 1 h left',
    ])
  })

  it('tells the nearer threshold alone when both were passed asleep', () => {
    expect(new Looks().brief([ending(HOUR_MS / 2)])).toEqual([
      'show profile ada: ada@example.test: 30 min left',
    ])
  })

  it('gives the all-clear in the place of what it told', () => {
    const looks = new Looks()
    looks.look([needy()])
    expect(looks.brief([profileView({ status: { kind: 'refreshing', sinceMs: NOW_MS } })])).toEqual([])
    const [step] = looks.look([well()])
    expect(step).toMatchObject({
      kind: 'show',
      slot: 'profile ada',
      notice: { urgency: 'low', passing: true },
    })
    expect(looks.brief([well()])).toEqual([])
    expect(looks.brief([needy()])).toHaveLength(1)
  })

  it('tells of a second rejection that no recovery came before', () => {
    const looks = new Looks()
    looks.look([needy()])
    expect(looks.brief([needy('ada', { fingerprint: 'bbbb' })])).toHaveLength(1)
  })

  it('takes down the worse one when what is left was told before', () => {
    const looks = new Looks()
    looks.look([ending(HOUR_MS)])
    looks.look([warned('unwritable', { grantExpiresAtMs: NOW_MS + HOUR_MS })])
    expect(looks.brief([ending(HOUR_MS)])).toEqual(['close profile ada'])
    expect(looks.brief([ending(HOUR_MS)])).toEqual([])
  })

  it('says several at once as one', () => {
    const looks = new Looks()
    expect(looks.brief([needy('ada'), needy('bob'), ending(HOUR_MS, { id: 'eve' })])).toEqual([
      'show digest: 3 logins need you',
    ])
    expect(looks.brief([needy('ada'), well('bob'), ending(HOUR_MS, { id: 'eve' })])).toEqual([
      'update digest: 2 logins need you',
      'show profile bob: bob@example.test is well again',
    ])
    expect(looks.brief([well('ada'), well('bob'), well('eve')])).toEqual([
      'show digest: 2 logins are well again',
    ])
  })

  it('takes one out of the digest when it gets worse alone', () => {
    const looks = new Looks()
    looks.look([ending(20 * HOUR_MS), needy('bob')])
    expect(looks.brief([ending(HOUR_MS), needy('bob')])).toEqual([
      'update digest: 1 login needs you',
      'show profile ada: ada@example.test: 1 h left',
    ])
  })

  it('moves what stood alone into the digest', () => {
    const looks = new Looks()
    looks.look([ending(20 * HOUR_MS)])
    expect(looks.brief([ending(HOUR_MS), needy('bob')])).toEqual([
      'close profile ada',
      'show digest: 2 logins need you',
    ])
  })

  it('is silent about a muted profile, and takes down what it had told', () => {
    const looks = new Looks()
    looks.look([needy()])
    looks.settings = { ...SETTINGS, mutedProfiles: ['ada'] }
    expect(looks.brief([needy()])).toEqual(['close profile ada'])
    expect(looks.brief([well()])).toEqual([])
  })

  it('takes down what it told of a profile that is gone, and does not repeat it when its file is back', () => {
    const looks = new Looks()
    looks.look([needy()])
    expect(looks.brief([])).toEqual(['close profile ada'])
    expect(looks.brief([], NOW_MS + HOUR_MS)).toEqual([])
    expect(looks.brief([needy()], NOW_MS + 2 * HOUR_MS)).toEqual([])
    looks.look([], NOW_MS)
    looks.look([], NOW_MS + 25 * HOUR_MS)
    expect(looks.memory.size).toBe(0)
  })

  describe('after a restart', () => {
    it('repeats nothing, and tells what nobody was told', () => {
      const looks = new Looks()
      looks.look([needy('ada')])
      looks.restart()
      expect(looks.brief([needy('ada'), needy('bob', { fingerprint: 'b' })])).toEqual([
        'show profile bob: bob@example.test needs you',
      ])
    })

    it('says nothing of what mended itself meanwhile', () => {
      const looks = new Looks()
      looks.look([needy('ada'), needy('bob')])
      looks.restart()
      expect(looks.brief([well('ada'), needy('bob')])).toEqual([])
    })
  })

  describe('in quiet hours', () => {
    const quiet = { ...SETTINGS, quietHours: { from: '22:00', to: '07:00' } }

    it('holds everything, over midnight, and says it in one', () => {
      const looks = new Looks(quiet)
      looks.look([well('ada'), well('bob')], at(21, 59))
      expect(looks.brief([needy('ada'), well('bob')], at(22))).toEqual([])
      expect(looks.brief([needy('ada'), needy('bob')], at(3, 0, 16))).toEqual([])
      expect(looks.brief([needy('ada'), needy('bob')], at(6, 59, 16))).toEqual([])
      expect(looks.brief([needy('ada'), needy('bob')], at(7, 0, 16))).toEqual([
        'show digest: 2 logins need you',
      ])
    })

    it('says nothing of what came and went', () => {
      const looks = new Looks(quiet)
      looks.look([well()], at(21))
      looks.look([needy()], at(23))
      looks.look([well()], at(23, 30))
      expect(looks.brief([well()], at(8, 0, 16))).toEqual([])
    })

    it('takes down what is over without an all-clear', () => {
      const looks = new Looks(quiet)
      looks.look([needy()], at(21))
      expect(looks.brief([well()], at(23))).toEqual(['close profile ada'])
    })
  })
})
