import { describe, expect, it } from 'vitest'
import { nearest, nearestFirst } from '../../../app/base/nearest.ts'

const NAMES = ['list', 'status', 'check', 'token', 'history', 'provider', 'report-401']

describe('the nearest name', () => {
  it.each([
    ['lsit', 'list'], // neighbours swapped
    ['tokn', 'token'],
    ['statuss', 'status'],
    ['HISTORY', 'history'],
    ['hist', 'history'],
    ['report401', 'report-401'],
    ['x', undefined],
    ['frobnicate', undefined],
    ['', undefined],
  ])('to %s is %s', (typed, meant) => {
    expect(nearest(typed, NAMES)).toBe(meant)
  })

  it('comes first, and nothing is lost', () => {
    expect(nearestFirst('ada@example.tset', ['bob@example.test', 'ada@example.test', 'zoe'])).toEqual([
      'ada@example.test',
      'bob@example.test',
      'zoe',
    ])
  })

  it('is found at once in a whole clipboard', () => {
    expect(nearest('x'.repeat(5_000_000), NAMES)).toBeUndefined()
  })
})
