import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offsetsOf, scrollToShow, visibleRange } from '../../../renderer/format/visible-rows.ts'

describe('visibleRange', () => {
  it('covers every row that touches the view, whatever the heights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 900 }),
        (heights, top, viewport) => {
          const offsets = offsetsOf(heights)
          const { start, end } = visibleRange(offsets, top, viewport, 0)
          heights.forEach((height, at) => {
            const rowTop = offsets[at] ?? 0
            const touches = rowTop < top + viewport && rowTop + height > top
            if (touches) expect(at >= start && at < end).toBe(true)
          })
        },
      ),
    )
  })

  it('draws a screenful of two thousand, and no more', () => {
    const offsets = offsetsOf(Array<number>(2000).fill(53))
    const { start, end } = visibleRange(offsets, 53 * 1000, 530, 6)
    expect(end - start).toBeLessThanOrEqual(10 + 1 + 12)
    expect(start).toBe(994)
  })

  it('has nothing to draw of an empty list', () => {
    expect(visibleRange(offsetsOf([]), 0, 500, 6)).toEqual({ start: 0, end: 0 })
  })
})

describe('scrollToShow', () => {
  it('moves no further than it must', () => {
    expect(scrollToShow(100, 153, 50, 300)).toBe(50)
    expect(scrollToShow(10, 63, 50, 300)).toBe(10)
    expect(scrollToShow(400, 453, 50, 300)).toBe(153)
  })
})
