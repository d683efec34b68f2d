// Puts the figures of a run between the markers in docs/performance.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, platform, release } from 'node:os'
import { dirname, join } from 'node:path'
import { toTable } from './table.mjs'

const PATH = join(dirname(dirname(import.meta.dirname)), 'docs', 'performance.md')
const BEGIN = '<!-- figures: npm run bench -- --write-docs -->'
const END = '<!-- end of figures -->'

export function machine() {
  const [cpu] = cpus()
  const names = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }
  const system = `${names[platform()] ?? platform()} ${release().split('-')[0]}`
  return `Node.js ${process.versions.node}, ${system}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}`
}

/** @param groups [{ title, rows, notes }] */
export function writeDocs(groups, takenOn) {
  const text = readFileSync(PATH, 'utf8')
  const from = text.indexOf(BEGIN)
  const to = text.indexOf(END)
  if (from < 0 || to < from) throw new Error(`${PATH} has lost its markers`)
  const parts = groups.map(({ title, rows, notes }) =>
    [`### ${title}`, toTable(rows), ...notes.map((note) => `- ${note}`)]
      .join('\n\n')
      .replaceAll('\n\n- ', '\n- '),
  )
  const spaced = parts.map((part) => part.replace('|\n- ', '|\n\n- '))
  const figures = [`Taken on ${takenOn}: ${machine()}.`, ...spaced].join('\n\n')
  writeFileSync(PATH, `${text.slice(0, from + BEGIN.length)}\n${figures}\n${text.slice(to)}`)
}
