// Rows as a table, for the terminal and for docs/performance.md.

const HEAD = ['what', 'baseline', 'measured', 'ratio', 'target', 'met']

/** A row: { what, baseline, measured, ratio, target, met }; all text but `met`, which is true, false or absent. */
export function toTable(rows) {
  const cells = rows.map(({ what, baseline = '', measured = '', ratio = '', target = '', met }) => [
    what,
    baseline,
    measured,
    ratio,
    target,
    met === undefined ? '' : met ? 'yes' : '**no**',
  ])
  const all = [HEAD, ...cells]
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column].length)))
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`
  return [line(HEAD), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n')
}
