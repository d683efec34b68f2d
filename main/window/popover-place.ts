/** Where the small window goes: at the tray, or in the corner of the screen the cursor is nearest to. Pure. */
import type { Rectangle } from './window-bounds.ts'

const GAP = 8 // pixels between the window and what it stands at

export interface Point {
  readonly x: number
  readonly y: number
}

export interface PopoverSpace {
  readonly size: { readonly width: number; readonly height: number }
  /** Of the tray icon; without an area where the desktop does not tell. */
  readonly tray: Rectangle | undefined
  readonly cursor: Point
  /** Of the screen, without its panels. */
  readonly workArea: Rectangle
}

export function placePopover({ size, tray, cursor, workArea }: PopoverSpace): Rectangle {
  const width = Math.min(size.width, workArea.width - 2 * GAP)
  const height = Math.min(size.height, workArea.height - 2 * GAP)
  const right = workArea.x + workArea.width
  const bottom = workArea.y + workArea.height
  const at = isTold(tray)
    ? { x: tray.x + (tray.width - width) / 2, y: tray.y + tray.height / 2 }
    : { x: cursor.x < workArea.x + workArea.width / 2 ? workArea.x : right, y: cursor.y }
  const isUpper = at.y < workArea.y + workArea.height / 2
  return {
    x: Math.round(between(at.x, workArea.x + GAP, right - width - GAP)),
    y: isUpper ? workArea.y + GAP : bottom - height - GAP,
    width,
    height,
  }
}

export function isTold(tray: Rectangle | undefined): tray is Rectangle {
  return tray !== undefined && tray.width > 0 && tray.height > 0
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
