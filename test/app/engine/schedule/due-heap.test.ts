import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DueHeap } from '../../../../app/engine/schedule/due-heap.ts'

describe('DueHeap', () => {
  it('always shows the earliest, whatever was set, moved and removed', () => {
    const step = fc.tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const heap = new DueHeap()
        const model = new Map<string, number>()
        for (const [n, atMs] of steps) {
          const id = `p${n}`
          heap.set(id, atMs)
          if (atMs === undefined) model.delete(id)
          else model.set(id, atMs)
          expect(heap.timeOf(id)).toBe(atMs)
          expect(heap.peek()?.atMs).toBe(model.size === 0 ? undefined : Math.min(...model.values()))
          expect([...heap.ids()].sort()).toEqual([...model.keys()].sort())
        }
      }),
    )
  })
})
