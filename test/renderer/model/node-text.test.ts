import { describe, expect, it } from 'vitest'
import type { Comparison, ReachView } from '../../../app/contract/nodes.ts'
import { HOUR, MINUTE, SECOND } from '../../../renderer/format/time.ts'
import {
  comparisonCounts,
  comparisonMark,
  copyInWords,
  forks,
  lookedAt,
  newerSide,
  nextFor,
  nodeCalled,
  nodesSummary,
  orderedProfiles,
  reachMark,
} from '../../../renderer/model/node-text.ts'
import {
  nodeProfile,
  reachedNode,
  threeNodes,
  unreachableNode,
} from '../../../renderer/preview/sample-nodes.ts'

const NOW = 1_770_000_000_000
const COMPARISONS: readonly Comparison[] = [
  'only-there',
  'same',
  'newer-there',
  'newer-here',
  'other-account',
  'borrowed-here',
  'borrowed-there',
  'fork',
  'unreadable',
]

describe('the comparison of two copies', () => {
  it('can be told without colour', () => {
    const marks = COMPARISONS.map(comparisonMark)
    expect(new Set(marks.map(({ shape }) => shape)).size).toBe(marks.length)
    expect(new Set(marks.map(({ word }) => word)).size).toBe(marks.length)
  })

  it('is red for two owners, and for nothing else', () => {
    expect(COMPARISONS.filter((one) => comparisonMark(one).tone === 'alarm')).toEqual(['fork'])
  })

  it('has a word for a login that is only here', () => {
    expect(comparisonMark(undefined).word).toBe('only here')
  })

  it('says which copy to keep, where one of them is newer', () => {
    expect(newerSide('newer-there')).toBe('there')
    expect(newerSide('newer-here')).toBe('here')
    expect(newerSide('fork')).toBeUndefined()
    expect(newerSide('same')).toBeUndefined()
  })

  it('offers what one would do next, and nothing where all is well', () => {
    expect(nextFor('fork')).toBe('Settle')
    expect(nextFor('newer-here')).toBe('Send there')
    expect(nextFor('only-there')).toBe('Bring over')
    expect(nextFor('same')).toBeUndefined()
    expect(nextFor('borrowed-there')).toBeUndefined()
  })

  it('puts what wants a person first and what needs nothing last', () => {
    const shuffled = COMPARISONS.map((comparison) => nodeProfile(NOW, comparison))
    const order = orderedProfiles(shuffled).map(({ comparison }) => comparison)
    expect(order[0]).toBe('fork')
    expect(order.slice(1, 3)).toEqual(['newer-there', 'only-there'])
    expect(order.slice(-2)).toEqual(['same', 'unreadable'])
    expect(shuffled[0]?.comparison).toBe('only-there')
  })

  it('is counted in that order, without the forks, which are told on their own', () => {
    const profiles = (['same', 'fork', 'only-there', 'same'] as const).map((one) => nodeProfile(NOW, one))
    expect(comparisonCounts(profiles)).toEqual([
      { word: 'only there', count: 1 },
      { word: 'same', count: 2 },
    ])
  })
})

describe('how a node was reached', () => {
  const reached = (by: 'host' | 'cli' | 'files'): ReachView => ({
    kind: 'reached',
    atMs: NOW - 3 * MINUTE,
    by,
    version: '0.1.0',
  })
  const failure = { code: 'NODE_UNREACHABLE', message: 'No.' }

  it('has a shape and a word for each way', () => {
    const marks = [
      reachMark(reached('host')),
      reachMark(reached('cli')),
      reachMark(reached('files')),
      reachMark({ kind: 'unknown' }),
      reachMark({ kind: 'asking', sinceMs: NOW }),
      reachMark({ kind: 'unreachable', atMs: NOW, failure }),
    ]
    expect(new Set(marks.map(({ shape }) => shape)).size).toBe(marks.length)
    expect(marks.map(({ word }) => word)).toEqual([
      'Lamplighter 0.1.0 runs there',
      'Lamplighter 0.1.0 is installed there, not running',
      'files only, no Lamplighter there',
      'not looked at yet',
      'asking…',
      'not reached',
    ])
  })

  it('says how old the last look is', () => {
    expect(lookedAt(reached('host'), NOW)).toBe('looked 3 min ago')
    expect(lookedAt({ kind: 'unreachable', atMs: NOW - 2 * HOUR, failure }, NOW)).toBe('tried 2 h ago')
    expect(lookedAt({ kind: 'unknown' }, NOW)).toBe('')
  })
})

describe('copyInWords', () => {
  const fresh = { status: { kind: 'fresh' } } as const

  it('counts down, and says since when a copy has lapsed', () => {
    expect(copyInWords({ ...fresh, accessExpiresAtMs: NOW + 12 * MINUTE + SECOND }, NOW)).toBe('12 min left')
    expect(copyInWords({ ...fresh, accessExpiresAtMs: NOW - 3 * HOUR }, NOW)).toBe('expired 3 h ago')
  })

  it('says what matters more than time', () => {
    const failure = { code: 'NEEDS_LOGIN', message: 'Ended.' }
    expect(
      copyInWords({ status: { kind: 'needs-login', failure }, accessExpiresAtMs: NOW + HOUR }, NOW),
    ).toBe('needs you')
    expect(copyInWords({ status: { kind: 'static' } }, NOW)).toBe('no expiry')
    expect(copyInWords(fresh, NOW)).toBe('expiry not known')
  })
})

describe('all nodes', () => {
  it('are summed up by what is wrong', () => {
    expect(forks(threeNodes(NOW))).toBe(1)
    expect(nodesSummary(threeNodes(NOW))).toEqual([
      { word: '1 login has two owners', alarm: true },
      { word: '1 not reached', alarm: false },
    ])
    expect(nodesSummary([reachedNode(NOW)])).toEqual([])
  })

  it('are found by name and by destination', () => {
    const nodes = [reachedNode(NOW), unreachableNode(NOW)]
    expect(nodeCalled(nodes, 'T440')?.id).toBe('ada@t440.lan')
    expect(nodeCalled(nodes, 'root@build-farm.example.test')?.name).toBe('build-farm')
    expect(nodeCalled(nodes, 'Claude Code')).toBeUndefined()
    expect(nodeCalled(undefined, 'T440')).toBeUndefined()
  })
})
