/** Rows that end in a text: on a terminal it goes on below itself, so that the columns stay columns and nothing is cut. Pure. */
import stringWidth from 'string-width'
import { type Line, lineText } from './line.ts'
import { type Cell, table } from './table.ts'
import { wrapped } from './wrap.ts'

/** Below this, the text would be a ribbon. */
const NARROWEST = 24
const GAP = 2

/** The text has no tone. @param columns of the terminal; absent: one line for each row */
export function textTable(rows: readonly (readonly Cell[])[], columns?: number): readonly Line[] {
  const before = rows.map((row) => row.slice(0, -1))
  const used = Math.max(0, ...table(before).map((line) => stringWidth(lineText(line))))
  const left = (columns ?? Number.POSITIVE_INFINITY) - used - GAP
  if (left < NARROWEST || left === Number.POSITIVE_INFINITY) return table(rows)
  return table(
    rows.flatMap((row, at): readonly (readonly Cell[])[] => {
      const [first = '', ...rest] = wrapped(lineText(row.slice(-1)), left)
      const cells = before[at] ?? []
      return [[...cells, first], ...rest.map((line) => [...cells.map(() => ''), line])]
    }),
  )
}
