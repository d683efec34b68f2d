/** Where the window opens: where it was, if that is still on a screen. Pure. */

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Bounds {
  readonly width: number
  readonly height: number
  /** Absent: the system places it. */
  readonly x?: number
  readonly y?: number
}

export const MIN_WIDTH = 720
export const MIN_HEIGHT = 480
const USUAL: Bounds = { width: 1180, height: 780 }
const REACHABLE = 80 // pixels of the title bar that must be on a screen to drag the window back

/** What was remembered, as unknown text; nonsense is forgotten. */
export function parseBounds(text: string): Rectangle | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined // a torn or foreign file: the usual size is a fine answer
  }
  if (typeof value !== 'object' || value === null) return undefined
  const { x, y, width, height } = value as Record<string, unknown>
  const numbers = [x, y, width, height]
  if (!numbers.every((number): number is number => Number.isSafeInteger(number))) return undefined
  return { x: Number(x), y: Number(y), width: Number(width), height: Number(height) }
}

/** @param screens the work areas; never empty on a machine that draws */
export function fitBounds(remembered: Rectangle | undefined, screens: readonly Rectangle[]): Bounds {
  if (!remembered) return screens[0] ? sized(USUAL, screens[0]) : USUAL
  const home = screens.find((screen) => isReachable(remembered, screen))
  if (!home) return screens[0] ? sized(remembered, screens[0]) : USUAL // that screen is gone: keep the size only
  const { width, height } = sized(remembered, home)
  return {
    width,
    height,
    x: clamp(remembered.x, home.x, home.x + home.width - width),
    y: clamp(remembered.y, home.y, home.y + home.height - height),
  }
}

function sized(
  wanted: { width: number; height: number },
  screen: Rectangle,
): { width: number; height: number } {
  return {
    width: clamp(wanted.width, MIN_WIDTH, screen.width),
    height: clamp(wanted.height, MIN_HEIGHT, screen.height),
  }
}

function isReachable(window: Rectangle, screen: Rectangle): boolean {
  const seen = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  return (
    seen >= REACHABLE && window.y >= screen.y - REACHABLE && window.y < screen.y + screen.height - REACHABLE
  )
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most)) // least wins: a screen smaller than the window scrolls
}
