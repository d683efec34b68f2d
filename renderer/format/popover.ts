/** Where a small box stands beside what it explains: never outside the window. All in px. */

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface PopoverPlace {
  readonly left: number
  readonly top: number
  readonly side: 'above' | 'below'
}

const MARGIN = 8

/**
 * @param align `center` on the anchor, or `start`/`end`: flush with its left or right edge
 * @param prefer used where both sides have room
 */
export function placePopover(
  anchor: Box,
  size: Size,
  view: Size,
  prefer: 'above' | 'below',
  align: 'center' | 'start' | 'end' = 'center',
): PopoverPlace {
  const above = anchor.top - MARGIN
  const below = view.height - MARGIN - anchor.top - anchor.height
  const [first, second] = prefer === 'above' ? [above, below] : [below, above]
  const other = prefer === 'above' ? 'below' : 'above'
  const side = first >= size.height || first >= second ? prefer : other
  const wanted = side === 'above' ? anchor.top - size.height : anchor.top + anchor.height
  const middle = anchor.left + anchor.width / 2 - size.width / 2
  const left =
    align === 'center' ? middle : align === 'start' ? anchor.left : anchor.left + anchor.width - size.width
  return {
    side,
    left: within(left, size.width, view.width),
    top: within(wanted, size.height, view.height),
  }
}

/** Too large for the window: its beginning is what shows. */
function within(at: number, length: number, view: number): number {
  return Math.max(MARGIN, Math.min(at, view - MARGIN - length))
}
