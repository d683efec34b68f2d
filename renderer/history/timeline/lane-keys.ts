/** Where a key takes the focus on the timeline: along a lane, or to the nearest mark of another one. */

/** A lane and one of its marks; mark -1 is the lane's name. */
export interface Spot {
  readonly lane: number
  readonly mark: number
}

export interface Ground {
  readonly lanes: number
  /** The places of a lane's marks, in px, from left to right. */
  xsOf(lane: number): readonly number[]
  /** As many lanes as fit on the screen. */
  readonly page: number
}

export interface Move {
  readonly spot: Spot
  /** Where the person was heading, kept while they pass lanes that have nothing there; undefined: the names. */
  readonly goalX: number | undefined
}

/** @returns undefined when the key is not one of the timeline's */
export function moveOnLanes(
  key: string,
  ctrl: boolean,
  from: Spot,
  goalX: number | undefined,
  ground: Ground,
): Move | undefined {
  const { lanes, page } = ground
  const xs = ground.xsOf(from.lane)
  const along = (mark: number): Move => ({ spot: { lane: from.lane, mark }, goalX: xs[mark] })
  const across = (lane: number): Move => {
    const to = Math.min(lanes - 1, Math.max(0, lane))
    return { spot: { lane: to, mark: nearest(ground.xsOf(to), goalX) }, goalX }
  }
  switch (key) {
    case 'ArrowRight':
      return along(Math.min(xs.length - 1, from.mark + 1))
    case 'ArrowLeft':
      return along(Math.max(-1, from.mark - 1))
    case 'ArrowDown':
      return across(from.lane + 1)
    case 'ArrowUp':
      return across(from.lane - 1)
    case 'PageDown':
      return across(from.lane + page)
    case 'PageUp':
      return across(from.lane - page)
    case 'Home':
      return ctrl ? across(0) : along(-1)
    case 'End':
      return ctrl ? across(lanes - 1) : along(xs.length - 1)
    default:
      return undefined
  }
}

/** -1, the name, when the person came from the names or the lane has no marks. */
function nearest(xs: readonly number[], goalX: number | undefined): number {
  if (goalX === undefined) return -1
  return xs.reduce(
    (best, x, mark) => (best < 0 || Math.abs(x - goalX) < Math.abs((xs[best] ?? 0) - goalX) ? mark : best),
    -1,
  )
}
