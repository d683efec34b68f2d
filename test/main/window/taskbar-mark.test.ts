import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ nativeImage: {} }))
const { discOf } = await import('../../../main/window/taskbar-mark.ts')

describe('the mark on the taskbar', () => {
  it('is a red disc: solid in the middle, nothing in the corners', () => {
    const pixels = discOf(16)
    const at = (x: number, y: number) => [...pixels.subarray((y * 16 + x) * 4, (y * 16 + x) * 4 + 4)]
    expect(at(8, 8)).toEqual([0x2b, 0x34, 0xc3, 255])
    for (const [x, y] of [
      [0, 0],
      [15, 0],
      [0, 15],
      [15, 15],
    ] as const)
      expect(at(x, y)).toEqual([0, 0, 0, 0])
  })
})
