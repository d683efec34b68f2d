import { describe, expect, it } from 'vitest'
import {
  orderedRows,
  suggestedRows,
  targetsText,
  verdictCounts,
  verdictMark,
} from '../../../renderer/model/import-verdicts.ts'
import { samplePlan } from '../../../renderer/preview/sample-imports.ts'

const plan = samplePlan(1_770_000_000_000)

describe('an import plan', () => {
  it('shows what can be done before what needs nothing', () => {
    expect(orderedRows(plan).map((row) => row.verdict)).toEqual([
      'new',
      'newer',
      'other-account',
      'fork',
      'expired',
      'older',
      'same',
      'unreadable',
    ])
  })

  it('tells the verdicts apart without colour', () => {
    const marks = plan.rows.map((row) => verdictMark(row.verdict))
    expect(new Set(marks.map((mark) => mark.shape)).size).toBe(marks.length)
    expect(new Set(marks.map((mark) => mark.word)).size).toBe(marks.length)
  })

  it('counts each verdict that occurs', () => {
    const rows = plan.rows.filter((row) => row.verdict !== 'same')
    expect(verdictCounts({ ...plan, rows }).map(({ word }) => word)).not.toContain('same')
    expect(verdictCounts(plan).reduce((sum, { count }) => sum + count, 0)).toBe(plan.rows.length)
  })

  it('never chooses a second owner, or what cannot be chosen, by itself', () => {
    const rows = plan.rows.map((row) => ({ ...row, suggested: true }))
    const chosen = suggestedRows({ ...plan, rows })
    for (const row of rows) {
      expect(chosen.has(row.id)).toBe(row.selectable && row.verdict !== 'fork')
    }
  })
})

describe('targetsText', () => {
  it('names few and counts many', () => {
    expect(targetsText(['a'])).toBe('a')
    expect(targetsText(['a', 'b', 'c'])).toBe('a, b and c')
    expect(targetsText(['a', 'b', 'c', 'd'])).toBe('a, b and 2 more')
  })
})
