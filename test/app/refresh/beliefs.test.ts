import { describe, expect, it } from 'vitest'
import {
  longestLifeMs,
  NO_BELIEFS,
  parseBeliefs,
  SHORTEST_BELIEVED_MS,
  stillBelieved,
  withRefusal,
} from '../../../app/engine/tokens/beliefs.ts'

const NOW = 1_800_000_000_000
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const refusal = (livedMs: number | undefined, fingerprint = 'f1') => ({
  provider: 'acme',
  fingerprint,
  livedMs,
})

describe('withRefusal', () => {
  it('learns how long a token lived, for that provider alone', () => {
    const after = withRefusal(NO_BELIEFS, refusal(20 * MINUTE), NOW)
    expect(longestLifeMs(after, 'acme')).toBe(20 * MINUTE)
    expect(longestLifeMs(after, 'other')).toBeUndefined()
    expect(longestLifeMs(after, 'constructor')).toBeUndefined()
  })

  it('keeps the shorter of two lives, and renews the week', () => {
    const first = withRefusal(NO_BELIEFS, refusal(20 * MINUTE), NOW)
    const second = withRefusal(first, refusal(40 * MINUTE, 'f2'), NOW + 6 * DAY)
    expect(longestLifeMs(stillBelieved(second, NOW + 12 * DAY), 'acme')).toBe(20 * MINUTE)
  })

  it('never believes in less than five minutes', () => {
    expect(longestLifeMs(withRefusal(NO_BELIEFS, refusal(10), NOW), 'acme')).toBe(SHORTEST_BELIEVED_MS)
    expect(longestLifeMs(withRefusal(NO_BELIEFS, refusal(-DAY), NOW), 'acme')).toBe(SHORTEST_BELIEVED_MS)
  })

  it('learns nothing of a life when nobody knows when it began, but remembers the token', () => {
    const after = withRefusal(NO_BELIEFS, refusal(undefined), NOW)
    expect(after).toEqual({ version: 1, providers: {}, refused: { f1: NOW } })
  })
})

describe('stillBelieved', () => {
  it('forgets after a week without another report', () => {
    const learned = withRefusal(NO_BELIEFS, refusal(20 * MINUTE), NOW)
    expect(stillBelieved(learned, NOW + 7 * DAY - 1)).toEqual(learned)
    expect(stillBelieved(learned, NOW + 7 * DAY)).toEqual(NO_BELIEFS)
  })

  it('does not hold for years to what a wrong clock wrote', () => {
    const learned = withRefusal(NO_BELIEFS, refusal(20 * MINUTE), NOW + 365 * DAY)
    expect(stillBelieved(learned, NOW)).toEqual(NO_BELIEFS)
  })
})

describe('parseBeliefs', () => {
  it('reads what was written', () => {
    const learned = withRefusal(NO_BELIEFS, refusal(20 * MINUTE), NOW)
    expect(parseBeliefs(JSON.stringify(learned))).toEqual(learned)
  })

  it.each([
    '',
    '{',
    '[]',
    '{"version":2,"providers":{},"refused":{}}',
    '{"version":1,"providers":{"a":3},"refused":{}}',
  ])('makes nothing of %j', (text) => expect(parseBeliefs(text)).toBeUndefined())
})
