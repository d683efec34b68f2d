import { describe, expect, it } from 'vitest'
import { nextControl } from '../../../renderer/popover/popover-keys.ts'

describe('nextControl', () => {
  it('goes round in both directions, and to the ends', () => {
    expect([-1, 0, 2].map((at) => nextControl('ArrowDown', at, 3))).toEqual([0, 1, 0])
    expect([-1, 0, 2].map((at) => nextControl('ArrowUp', at, 3))).toEqual([2, 2, 1])
    expect([nextControl('Home', 2, 3), nextControl('End', 0, 3)]).toEqual([0, 2])
  })

  it('leaves every other key alone, and is at ease with nothing to go to', () => {
    expect(nextControl('Enter', 0, 3)).toBeUndefined()
    expect(nextControl('ArrowDown', -1, 0)).toBeUndefined()
  })
})
