import { describe, expect, it } from 'vitest'
import { tomorrowMorning } from '../../../../app/contract/tomorrow.ts'
import type { HistoryKind } from '../../../../app/contract/views.ts'
import { clockTime } from '../../../../renderer/format/dates.ts'
import { HOUR, MINUTE, SECOND } from '../../../../renderer/format/time.ts'
import { countsInWords, markInWords, markWords } from '../../../../renderer/history/timeline/mark-text.ts'
import { lockInWords, removalInWords } from '../../../../renderer/logins/lock-text.ts'
import { pauseChoices } from '../../../../renderer/logins/pause-choices.ts'
import { sampleEvent } from '../../../../renderer/preview/sample-crowd.ts'
import { sampleProfile } from '../../../../renderer/preview/sample-profiles.ts'

const NOW = new Date(2026, 1, 4, 15, 20).getTime()
const profile = sampleProfile(NOW)
const event = (minutes: number, kind: HistoryKind = 'refreshed') =>
  sampleEvent(`e${minutes}`, profile, kind, NOW - minutes * MINUTE)

describe('a mark in words', () => {
  it('says what happened, when, who asked and how long it took', () => {
    const words = markInWords({ type: 'event', id: 'e', x: 0, event: event(180) }, NOW)
    expect(words).toBe(
      `Renewed, Today ${clockTime(NOW - 3 * HOUR)}, 3 h ago. Renewed. Asked by schedule, in lamplighter (pid 4711), took 412 ms.`,
    )
  })

  it('counts a cluster by what happened, and lists the newest', () => {
    const events = [event(1), event(2, 'retrying'), ...[3, 4, 5, 6, 7].map((minutes) => event(minutes))]
    const words = markWords({ type: 'cluster', id: 'c', x: 0, width: 30, events }, NOW)
    expect(words.title).toBe('7 events')
    expect(words.when).toBe(`Today ${clockTime(NOW - 7 * MINUTE)} to ${clockTime(NOW - MINUTE)}`)
    expect(words.lines).toEqual(['6 renewed, 1 will retry.'])
    expect(words.events).toHaveLength(5)
    expect(words.more).toBe(2)
  })

  it('does not promise a refresh that is only expected', () => {
    const at = NOW + 2 * HOUR
    expect(markInWords({ type: 'planned', id: 'p', x: 0, atMs: at, certain: true }, NOW)).toBe(
      `Planned renewal, ${clockTime(at)}, in 2 h.`,
    )
    expect(markInWords({ type: 'planned', id: 'p', x: 0, atMs: at, certain: false }, NOW)).toBe(
      `Expected renewal, about ${clockTime(at)}, in 2 h. If the next token lives as long as this one.`,
    )
    expect(markInWords({ type: 'planned', id: 'p', x: 0, atMs: NOW, certain: true }, NOW)).toContain('now')
  })

  it('names the most frequent first', () => {
    expect(countsInWords([event(1, 'rejected'), event(2), event(3)])).toBe(
      '2 renewed, 1 ended by the provider',
    )
  })
})

describe('lockInWords', () => {
  const none = { olderThanThreshold: false, removable: false, identity: '1' }
  const lock = {
    path: '/l',
    label: 'Lamplighter’s grant lock',
    pid: 4711,
    sinceMs: NOW - 4 * MINUTE,
    ...none,
  }

  it('says who holds it and since when, coarsely', () => {
    expect(lockInWords({ ...lock, state: 'live' }, NOW)).toBe('Held by pid 4711, for 4 min.')
    expect(lockInWords({ ...lock, sinceMs: NOW - SECOND, state: 'live' }, NOW)).toBe(
      'Held by pid 4711, for less than a minute.',
    )
  })

  it('says that one left behind is nothing to worry about', () => {
    expect(lockInWords({ ...lock, state: 'dead' }, NOW)).toBe(
      'Left behind by pid 4711 4 min ago. Whoever needs it next takes it over.',
    )
  })

  it('does not guess', () => {
    expect(lockInWords({ path: '/l', label: 'x', ...none, state: 'unknown' }, NOW)).toBe(
      'Held. It does not say by whom.',
    )
  })

  it('says what a stopped process means for the others', () => {
    expect(lockInWords({ ...lock, state: 'suspended' }, NOW)).toBe(
      'Held by pid 4711, for 4 min. That process is stopped; everybody waits until it goes on or ends.',
    )
  })
})

describe('removalInWords', () => {
  const lock = { path: '/l', label: 'x', olderThanThreshold: true, removable: true, identity: '1' }

  it('says why it may be removed, by whose rule, and what is looked at once more', () => {
    expect(removalInWords({ ...lock, pid: 42, state: 'dead', thresholdMs: 3 * MINUTE })).toBe(
      'Process 42 has ended. It is older than the 3 min after which its own program takes it for abandoned. It is removed only if it is still the same lock.',
    )
    expect(removalInWords({ ...lock, pid: 42, state: 'dead' })).toBe(
      'Process 42 has ended. It is removed only if it is still the same lock.',
    )
  })

  it('promises to watch one that names nobody', () => {
    expect(removalInWords({ ...lock, state: 'unknown', thresholdMs: 30 * SECOND })).toMatch(
      /^It does not say who holds it\..* 30 s .*watches it for half a minute first/,
    )
  })
})

describe('pauseChoices', () => {
  it('offers an hour, tomorrow morning, and until resumed', () => {
    expect(pauseChoices(NOW).map((choice) => choice.untilMs)).toEqual([
      NOW + HOUR,
      tomorrowMorning(NOW),
      undefined,
    ])
  })
})
