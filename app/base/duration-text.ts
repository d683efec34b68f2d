/** Lengths of time in sentences, in the unit a person would use: "48 s", "12 min", "1 h 30 min", "2 h", "3 days". Pure. */

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Rounded to whole minutes from a minute on, and to whole days from two days on; never nothing. */
export function durationText(ms: number): string {
  const length = Math.abs(ms)
  if (length < MINUTE) return `${Math.max(1, Math.round(length / SECOND))} s`
  const minutes = Math.round(length / MINUTE)
  if (minutes < HOUR / MINUTE) return `${minutes} min`
  if (length >= 2 * DAY) return `${Math.round(length / DAY)} days`
  const rest = minutes % (HOUR / MINUTE)
  const hours = `${Math.floor(minutes / (HOUR / MINUTE))} h`
  return rest === 0 ? hours : `${hours} ${rest} min`
}
