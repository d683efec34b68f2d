/** Where a key takes the selection in the list; headings are passed over. */
import type { ListRow } from '../model/profile-rows.ts'

/** @param from the selected row's place, or -1. @returns undefined when the key is not one of the list's */
export function nextRow(
  rows: readonly ListRow[],
  from: number,
  key: string,
  page: number,
): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return profileAt(rows, from + 1, 1) ?? stay(from)
    case 'ArrowUp':
      return from < 0 ? profileAt(rows, 0, 1) : (profileAt(rows, from - 1, -1) ?? stay(from))
    case 'PageDown':
      return near(rows, Math.min(rows.length - 1, from + page), 1)
    case 'PageUp':
      return near(rows, Math.max(0, from - page), -1)
    case 'Home':
      return profileAt(rows, 0, 1)
    case 'End':
      return profileAt(rows, rows.length - 1, -1)
    default:
      return undefined
  }
}

/** The nearest login or fold at `at` or beyond it, in that direction. */
function profileAt(rows: readonly ListRow[], at: number, step: 1 | -1): number | undefined {
  for (let place = at; place >= 0 && place < rows.length; place += step) {
    if (rows[place]?.type !== 'group') return place
  }
  return undefined
}

function near(rows: readonly ListRow[], at: number, step: 1 | -1): number | undefined {
  return profileAt(rows, at, step) ?? profileAt(rows, at, step === 1 ? -1 : 1)
}

function stay(from: number): number | undefined {
  return from < 0 ? undefined : from
}
