/** Points in time for people: by the clock on their wall. Programs get UTC, from isoOrNull. Pure. */

/** "2026-03-13 09:41:07" */
export function localTime(atMs: number): string {
  const at = new Date(atMs)
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(two).join('-')
  return `${day} ${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':')}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
