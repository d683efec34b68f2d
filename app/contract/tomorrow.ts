/** What "until tomorrow" means, in the tray and in the window alike. Pure; local time. */

const HOUR_MS = 60 * 60 * 1000
const DAY_BEGINS_HOUR = 4 // whoever is still up at three means the coming morning
const MORNING_HOUR = 6 // before people and their agents start work

/**
 * 06:00 local time of the next day, where a day begins at 04:00: at 03:00 on Tuesday it is the same Tuesday's 06:00,
 * at 05:00 Wednesday's. So it is 2 to 26 hours away, an hour more or less when the clocks change.
 */
export function tomorrowMorning(nowMs: number): number {
  const today = new Date(nowMs - DAY_BEGINS_HOUR * HOUR_MS)
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1, MORNING_HOUR).getTime()
}
