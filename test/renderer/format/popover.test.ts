import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placePopover } from '../../../renderer/format/popover.ts'

const VIEW = { width: 720, height: 560 }
const anchor = (left: number, top: number) => ({ left, top, width: 14, height: 28 })
const SIZE = { width: 300, height: 120 }

describe('placePopover', () => {
  it('stands under the middle of what it explains', () => {
    expect(placePopover(anchor(350, 200), SIZE, VIEW, 'below')).toEqual({
      side: 'below',
      left: 207,
      top: 228,
    })
  })

  it('goes above where there is no room below, and the other way round', () => {
    expect(placePopover(anchor(350, 500), SIZE, VIEW, 'below')).toMatchObject({ side: 'above', top: 380 })
    expect(placePopover(anchor(350, 20), SIZE, VIEW, 'above')).toMatchObject({ side: 'below', top: 48 })
  })

  it('is flush with an edge where it was asked to be', () => {
    expect(placePopover(anchor(350, 200), SIZE, VIEW, 'below', 'start').left).toBe(350)
    expect(placePopover(anchor(350, 200), SIZE, VIEW, 'below', 'end').left).toBe(64)
  })

  it('never leaves the window while it fits in it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 800 }),
        fc.integer({ min: -50, max: 600 }),
        fc.integer({ min: 10, max: VIEW.width - 16 }),
        fc.integer({ min: 10, max: VIEW.height - 16 }),
        fc.constantFrom('center' as const, 'start' as const, 'end' as const),
        (left, top, width, height, align) => {
          const place = placePopover(anchor(left, top), { width, height }, VIEW, 'below', align)
          expect(place.left).toBeGreaterThanOrEqual(8)
          expect(place.top).toBeGreaterThanOrEqual(8)
          expect(place.left + width).toBeLessThanOrEqual(VIEW.width - 8)
          expect(place.top + height).toBeLessThanOrEqual(VIEW.height - 8)
        },
      ),
    )
  })

  it('shows its beginning when it is larger than the window', () => {
    expect(placePopover(anchor(350, 200), { width: 900, height: 900 }, VIEW, 'below')).toMatchObject({
      left: 8,
      top: 8,
    })
  })
})
