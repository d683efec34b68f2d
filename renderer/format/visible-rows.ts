/** Which rows of a long list are on screen: the list draws those, and a few more on either side. */

export interface Range {
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

/** The top of each row and, last, the height of them all. */
export function offsetsOf(heights: readonly number[]): readonly number[] {
  const offsets = [0]
  for (const height of heights) offsets.push((offsets.at(-1) ?? 0) + height)
  return offsets
}

/** @param overscan rows beyond each edge, so that a quick flick shows no gap */
export function visibleRange(
  offsets: readonly number[],
  scrollTop: number,
  viewport: number,
  overscan: number,
): Range {
  const count = offsets.length - 1
  const first = rowAt(offsets, scrollTop)
  const last = rowAt(offsets, scrollTop + viewport)
  return { start: Math.max(0, first - overscan), end: Math.min(count, last + 1 + overscan) }
}

/** Where to scroll so that a row is wholly visible; the present place when it already is. */
export function scrollToShow(top: number, bottom: number, scrollTop: number, viewport: number): number {
  if (top < scrollTop) return top
  if (bottom > scrollTop + viewport) return bottom - viewport
  return scrollTop
}

/** The last row that begins at or above `y`. */
function rowAt(offsets: readonly number[], y: number): number {
  let low = 0
  let high = Math.max(0, offsets.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((offsets[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}
