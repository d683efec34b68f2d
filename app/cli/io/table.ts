/** Rows in columns, as wide as they look on a terminal: letters of two columns, joined signs and colours are counted right. */

import stringWidth from 'string-width'
import { shown } from '../../base/outside-text.ts'
import { type Line, lineText, type Span } from './line.ts'

export type Cell = string | Span

const GAP = '  '
/** A column that is cut keeps this much, so that one still sees what it is. */
const NARROWEST = 8

export function table(rows: readonly (readonly string[])[], width?: number): readonly string[]
export function table(rows: readonly (readonly Cell[])[], width?: number): readonly Line[]
/** One line for each row; with `width`, the widest columns are cut until every line fits. */
export function table(
  rawRows: readonly (readonly Cell[])[],
  width = Number.POSITIVE_INFINITY,
): readonly Line[] {
  const rows = rawRows.map((row) => row.map(clean))
  const widths = fitted(widthsOf(rows), width)
  return rows.map((row) => {
    const last = row.findLastIndex((cell) => lineText([cell]) !== '')
    const spans = row.slice(0, last + 1).flatMap((cell, at): readonly Cell[] => {
      const shown = withText(cell, cut(textOf(cell), widths[at] ?? 0))
      if (at === last) return [shown]
      const room = (widths[at] ?? 0) - stringWidth(textOf(shown))
      return [shown, `${' '.repeat(Math.max(0, room))}${GAP}`]
    })
    return spans.every((cell) => typeof cell === 'string') ? spans.join('').trimEnd() : spans
  })
}

/** The text as far as `width` columns go, with a sign where something is missing. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let kept = ''
  let used = 1 // the sign
  for (const { segment } of SIGNS.segment(text)) {
    used += stringWidth(segment)
    if (used > width) break
    kept += segment
  }
  return `${kept}…`
}

/** A whole line as far as it can be shown. */
export function cutLine(line: Line, width: number): Line {
  if (typeof line === 'string') return cut(line, width)
  let left = width
  return line.flatMap((cell) => {
    if (left <= 0) return []
    const text = cut(textOf(cell), left)
    left -= stringWidth(text)
    return [withText(cell, text)]
  })
}

const SIGNS = new Intl.Segmenter()

function widthsOf(rows: readonly (readonly Cell[])[]): number[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, stringWidth(textOf(cell)))
  }
  return widths
}

/** Takes from the widest until all of them fit. */
function fitted(widths: readonly number[], width: number): readonly number[] {
  const next = [...widths]
  const total = (): number => next.reduce((sum, one) => sum + one, GAP.length * Math.max(0, next.length - 1))
  while (total() > width) {
    const widest = next.indexOf(Math.max(...next))
    const have = next[widest] ?? 0
    if (have <= NARROWEST) break
    next[widest] = have - 1
  }
  return next
}

function clean(cell: Cell): Cell {
  return withText(cell, shown(textOf(cell)).replaceAll('\n', '\uFFFD'))
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text
}

function withText(cell: Cell, text: string): Cell {
  return typeof cell === 'string' ? text : { ...cell, text }
}
