import { describe, expect, it } from 'vitest'
import { placePopover } from '../../../main/window/popover-place.ts'

const workArea = { x: 0, y: 30, width: 1280, height: 770 } // a panel on top
const size = { width: 370, height: 432 }
const nowhere = { x: 0, y: 0, width: 0, height: 0 }

describe('placePopover', () => {
  it('hangs below an icon in a panel on top, in its middle', () => {
    const tray = { x: 800, y: 0, width: 24, height: 30 }
    const at = placePopover({ size, tray, cursor: { x: 0, y: 0 }, workArea })
    expect(at).toEqual({ x: 627, y: 38, ...size })
  })

  it('stands on a panel at the bottom, and stays on the screen at its edge', () => {
    const tray = { x: 1250, y: 770, width: 24, height: 30 }
    const below = { x: 0, y: 0, width: 1280, height: 770 }
    const at = placePopover({ size, tray, cursor: { x: 0, y: 0 }, workArea: below })
    expect(at).toEqual({ x: 1280 - 370 - 8, y: 770 - 432 - 8, ...size })
  })

  it('takes the corner nearest to the cursor where the desktop tells no place', () => {
    const corner = (x: number, y: number) => {
      const at = placePopover({ size, tray: nowhere, cursor: { x, y }, workArea })
      return [at.x, at.y]
    }
    expect(corner(1200, 10)).toEqual([902, 38])
    expect(corner(40, 10)).toEqual([8, 38])
    expect(corner(1200, 790)).toEqual([902, 360])
    expect(corner(40, 790)).toEqual([8, 360])
  })

  it('is never higher than the screen, nor beside it on a second one', () => {
    const second = { x: -1024, y: 0, width: 1024, height: 400 }
    const at = placePopover({ size, tray: undefined, cursor: { x: -10, y: 5 }, workArea: second })
    expect(at).toEqual({ x: -378, y: 8, width: 370, height: 384 })
  })
})
