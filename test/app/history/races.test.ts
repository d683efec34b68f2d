import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HistoryEventView, HistoryKind } from '../../../app/contract/views.ts'
import { racesIn } from '../../../app/history/races.ts'
import { fuzz } from '../../support/fuzz.ts'

const NOW = 1_800_000_000_000
let count = 0

function event(kind: HistoryKind, part: Partial<HistoryEventView> = {}): HistoryEventView {
  count += 1
  return {
    id: `e${count}`,
    atMs: NOW,
    kind,
    profileId: 'acme:ada',
    providerId: 'acme',
    account: 'ada@example.test',
    message: 'CANARY-message',
    askedBy: 'schedule',
    process: 'Lamplighter',
    pid: 10,
    ...part,
  }
}

const refreshed = (part: Partial<HistoryEventView> = {}) =>
  event('refreshed', { grant: 'aaaa', successor: 'bbbb', process: 'lamplighter token', pid: 11, ...part })
const adopted = (part: Partial<HistoryEventView> = {}) =>
  event('adopted', { grant: 'aaaa', successor: 'bbbb', foundIn: 'OpenClaw', ...part })

function only(events: readonly HistoryEventView[]) {
  const races = racesIn(events)
  expect(races).toHaveLength(1)
  const [race] = races
  if (!race) throw new Error('no race')
  return race
}

describe('racesIn', () => {
  it('makes one race of a refresh and of everybody who adopted what it brought', () => {
    const won = refreshed()
    const others = [12, 13, 14, 15].map((pid) => adopted({ pid, atMs: NOW + pid, foundIn: 'Lamplighter' }))
    const race = only([won, ...others])
    expect(race).toMatchObject({
      atMs: NOW + 15,
      needsYou: false,
      message:
        'lamplighter token (pid 11) renewed this login. 4 processes found the new tokens and used them.',
      advice: 'Nothing to do: everybody has the new tokens.',
      eventIds: [...others.map(({ id }) => id).reverse(), won.id],
    })
    expect(race.processes[0]).toEqual({ name: 'lamplighter token', pid: 11, part: 'refreshed' })
    expect(race.processes.slice(1).map(({ pid, part }) => [pid, part])).toEqual([
      [12, 'adopted'],
      [13, 'adopted'],
      [14, 'adopted'],
      [15, 'adopted'],
    ])
  })

  it('names the other program where none of ours brought the new tokens', () => {
    const race = only([adopted()])
    expect(race.message).toBe(
      'OpenClaw renewed this login first. Lamplighter (pid 10) found the new tokens and used them.',
    )
    expect(race.processes).toEqual([
      { name: 'OpenClaw', part: 'refreshed' },
      { name: 'Lamplighter', pid: 10, part: 'adopted' },
    ])
  })

  it('says who sent a used token and was saved by the file, and what may still come of it', () => {
    const race = only([adopted({ cause: 'reused' })])
    expect(race.message).toContain('had sent the same refresh token, was refused, and used the new tokens')
    expect(race.needsYou).toBe(false)
    expect(race.advice).toMatch(/^Nothing to do now\. .*asks you to sign in/)
  })

  it('asks for a sign-in when a used token was refused and nothing newer was found', () => {
    const race = only([event('rejected', { cause: 'reused', grant: 'aaaa' })])
    expect(race).toMatchObject({ needsYou: true, advice: 'Sign in again to bring this login back.' })
    expect(race.message).toBe(
      'Another process had already used this refresh token. Lamplighter (pid 10) sent the same refresh token and was refused.',
    )
  })

  it('asks for nothing any more once the person has signed in', () => {
    const rejected = event('rejected', { cause: 'reused', grant: 'aaaa' })
    const race = only([rejected, event('signed-in', { successor: 'cccc', atMs: NOW + 60_000 })])
    expect(race.needsYou).toBe(false)
    expect(race.advice).toContain('since')
  })

  it.each([
    ['200 ms', 200, 1],
    ['201 ms', 201, 0],
    ['-200 ms', -200, 1],
    ['-201 ms', -201, 0],
  ])(
    'takes a failure that came %s after a success on the same token as part of it, or not',
    (_, byMs, races) => {
      const failed = event('retrying', { grant: 'aaaa', cause: 'transient', pid: 12, atMs: NOW + byMs })
      expect(racesIn([refreshed(), failed])).toHaveLength(races)
    },
  )

  it('lets no other token, and no other login, into a race', () => {
    const failures = [
      event('retrying', { grant: 'ffff', pid: 12 }),
      event('retrying', { grant: 'aaaa', profileId: 'acme:bob', pid: 13 }),
      event('retrying', { pid: 14 }),
    ]
    expect(racesIn([refreshed(), ...failures])).toEqual([])
    expect(only([refreshed(), ...failures, adopted()]).eventIds).toHaveLength(2)
  })

  it('keeps the next refresh of the same chain apart from the last one', () => {
    const first = [refreshed(), adopted({ pid: 12, atMs: NOW + 50 })]
    const next = [
      refreshed({ grant: 'bbbb', successor: 'cccc', atMs: NOW + 1_000 }),
      adopted({ grant: 'bbbb', successor: 'cccc', pid: 12, atMs: NOW + 1_050 }),
    ]
    expect(racesIn([...first, ...next]).map(({ eventIds }) => eventIds.length)).toEqual([2, 2])
  })

  it('knows the adoptions of earlier versions, which recorded only what was found', () => {
    const { successor: _, foundIn: __, ...old } = adopted({ grant: 'bbbb', pid: 12 })
    expect(only([refreshed(), old]).eventIds).toHaveLength(2)
  })

  it('tells the failed try of the one that won as its own', () => {
    const failed = event('retrying', {
      grant: 'aaaa',
      process: 'lamplighter token',
      pid: 11,
      atMs: NOW - 100,
    })
    const race = only([refreshed(), failed])
    expect(race.message).toContain('Another try of its own failed')
    expect(race.processes).toHaveLength(1)
  })

  it('sees no race where there is none', () => {
    const calm = [refreshed(), refreshed({ grant: 'bbbb', successor: 'cccc', atMs: NOW + 3_600_000 })]
    expect(racesIn([...calm, event('retrying', { grant: 'cccc', atMs: NOW + 7_000_000 })])).toEqual([])
    expect(racesIn([])).toEqual([])
  })

  it('joins five thousand events of one moment', () => {
    const events = Array.from({ length: 5_000 }, (_, n) => adopted({ pid: n, atMs: NOW + (n % 50) }))
    expect(only([refreshed(), ...events]).eventIds).toHaveLength(5_001)
  })
})

const print = fc.option(fc.constantFrom('aaaa', 'bbbb', 'cccc'), { nil: undefined })
const anyEvent = fc
  .record({
    atMs: fc.nat({ max: 400 }).map((step) => NOW + step * 50),
    kind: fc.constantFrom<HistoryKind>(
      'refreshed',
      'adopted',
      'superseded',
      'retrying',
      'rejected',
      'failed',
      'signed-in',
      'repaired',
    ),
    profileId: fc.constantFrom('p', 'q'),
    grant: print,
    successor: print,
    cause: fc.option(fc.constantFrom('reused', 'transient', 'rejected'), { nil: undefined }),
    pid: fc.nat({ max: 3 }),
    foundIn: fc.option(fc.constantFrom('OpenClaw', 'Lamplighter'), { nil: undefined }),
  })
  .map((part) => {
    const known = Object.entries(part).filter(([, value]) => value !== undefined)
    return { ...Object.fromEntries(known), detail: 'CANARY-detail' } as Partial<HistoryEventView>
  })
const anyHistory = fc
  .array(anyEvent, { maxLength: 25 })
  .map((parts) => parts.map((part, place) => ({ ...event('refreshed', part), id: `id-${place}` })))

describe('racesIn, whatever was recorded,', () => {
  it('puts every event in at most one race, and every adoption and reuse in exactly one', () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        const ids = racesIn(events).flatMap(({ eventIds }) => eventIds)
        expect(new Set(ids).size).toBe(ids.length)
        const evident = events.filter(({ kind, cause }) => kind === 'adopted' || cause === 'reused')
        for (const { id } of evident) expect(ids).toContain(id)
      }),
      fuzz(300) as fc.Parameters<[HistoryEventView[]]>,
    )
  })

  it('says the same in whichever order the events come, and twice as once', () => {
    const shuffled = anyHistory.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([events, other]) => {
        expect(racesIn([...other, ...events])).toEqual(racesIn(events))
      }),
      fuzz(300) as fc.Parameters<[[HistoryEventView[], HistoryEventView[]]]>,
    )
  })

  it('keeps to one login and its tokens, and repeats nothing that came from outside', () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        const races = racesIn(events)
        expect(JSON.stringify(races)).not.toContain('CANARY')
        for (const race of races) {
          const members = events.filter(({ id }) => race.eventIds.includes(id))
          expect(new Set(members.map(({ profileId }) => profileId))).toEqual(new Set([race.profileId]))
          expect(Math.max(...members.map(({ atMs }) => atMs))).toBe(race.atMs)
          expect(race.message).not.toBe('')
          expect(race.advice).not.toBe('')
        }
      }),
      fuzz(300) as fc.Parameters<[HistoryEventView[]]>,
    )
  })
})
