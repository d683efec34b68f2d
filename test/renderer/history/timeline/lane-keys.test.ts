import { describe, expect, it } from 'vitest'
import { moveOnLanes, type Spot } from '../../../../renderer/history/timeline/lane-keys.ts'

const XS: readonly (readonly number[])[] = [[10, 50, 90], [], [40, 88], [5]]
const ground = { lanes: XS.length, page: 2, xsOf: (lane: number) => XS[lane] ?? [] }
const from = (lane: number, mark: number): Spot => ({ lane, mark })
const move = (key: string, spot: Spot, goalX?: number, ctrl = false) =>
  moveOnLanes(key, ctrl, spot, goalX, ground)

describe('moveOnLanes', () => {
  it('goes along a lane from its name to its last mark, and stays there', () => {
    expect(move('ArrowRight', from(0, -1))?.spot).toEqual(from(0, 0))
    expect(move('ArrowRight', from(0, 2))?.spot).toEqual(from(0, 2))
    expect(move('ArrowLeft', from(0, 0))?.spot).toEqual(from(0, -1))
    expect(move('ArrowLeft', from(0, -1))?.spot).toEqual(from(0, -1))
    expect(move('ArrowRight', from(1, -1))?.spot).toEqual(from(1, -1))
  })

  it('goes to the nearest mark of the next lane, through lanes that have none', () => {
    const first = move('ArrowDown', from(0, 2), 90)
    expect(first).toEqual({ spot: from(1, -1), goalX: 90 })
    expect(move('ArrowDown', from(1, -1), first?.goalX)).toEqual({ spot: from(2, 1), goalX: 90 })
  })

  it('goes from name to name', () => {
    expect(move('ArrowDown', from(0, -1))?.spot).toEqual(from(1, -1))
    expect(move('ArrowDown', from(1, -1))?.spot).toEqual(from(2, -1))
  })

  it('stays inside', () => {
    expect(move('ArrowUp', from(0, 1), 50)?.spot).toEqual(from(0, 1))
    expect(move('ArrowDown', from(3, 0), 5)?.spot).toEqual(from(3, 0))
    expect(move('PageDown', from(2, 0), 40)?.spot).toEqual(from(3, 0))
    expect(move('PageUp', from(3, 0), 5)?.spot.lane).toBe(1)
  })

  it('knows Home and End, of the lane and of them all', () => {
    expect(move('Home', from(0, 2))?.spot).toEqual(from(0, -1))
    expect(move('End', from(0, 0))?.spot).toEqual(from(0, 2))
    expect(move('End', from(0, 0), 10, true)?.spot).toEqual(from(3, 0))
    expect(move('Home', from(3, 0), 5, true)?.spot).toEqual(from(0, 0))
  })

  it('leaves other keys to others', () => {
    expect(move('a', from(0, 0))).toBeUndefined()
    expect(move('Tab', from(0, 0))).toBeUndefined()
  })
})
