// `npm run bench`: how fast, against a baseline of the same run. --only NAME (again and again), --quick, --json PATH,
// --write-docs (puts the figures into docs/performance.md), --list. docs/performance.md says what each row means.
import '../node-version.mjs'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { machine, writeDocs } from './docs.mjs'
import { startEndpoint } from './endpoint.mjs'
import { loadPeers } from './peers.mjs'
import { bundleProduct } from './product.mjs'
import { toTable } from './table.mjs'

const root = dirname(dirname(import.meta.dirname))
const ROWS = [
  'fresh',
  'stampede',
  'processes',
  'abandoned',
  'handoff',
  'refresh',
  'many-profiles',
  'command',
  'socket',
  'application',
  'fleet',
]

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean' },
    json: { type: 'string' },
    'write-docs': { type: 'boolean' },
    list: { type: 'boolean' },
    nodes: { type: 'string' }, // of the row "fleet"
    grants: { type: 'string' },
  },
})
const wanted = values.only ?? ROWS
const unknown = wanted.filter((name) => !ROWS.includes(name))
if (values.list || unknown.length > 0) {
  if (unknown.length > 0) console.error(`bench: there is no row called ${unknown.join(', ')}`)
  console.log(ROWS.join('\n'))
  process.exit(unknown.length > 0 ? 64 : 0)
}
if (values['write-docs'] && (values.only || values.quick)) {
  console.error('bench: docs/performance.md gets the figures of a whole run only')
  process.exit(64)
}

const size = Object.fromEntries(
  ['nodes', 'grants']
    .filter((name) => values[name] !== undefined)
    .map((name) => [name, Number(values[name])]),
)
console.log(`bench: ${machine()}`)
await bundleProduct()
const { peers, missing } = await loadPeers()
const groups = []
for (const name of wanted) {
  const { title, measure } = await import(`./rows/${name}.mjs`)
  const endpoint = await startEndpoint()
  try {
    const { rows, notes = [] } = await measure({ endpoint, peers, isQuick: values.quick === true, ...size })
    groups.push({ name, title, rows, notes })
    console.log(`\n${title}\n${toTable(rows)}`)
    for (const note of notes) console.log(`  ${note}`)
  } catch (error) {
    process.exitCode = 1
    console.error(`\n${title}: ${error.stack}`)
  } finally {
    await endpoint.close()
  }
}
for (const note of missing) console.log(note)

const takenOn = new Date().toISOString().slice(0, 10)
const path = values.json ?? join(root, 'test-results', 'bench.json')
mkdirSync(dirname(path), { recursive: true })
writeFileSync(
  path,
  `${JSON.stringify({ version: 1, takenOn, machine: machine(), missing, groups }, null, 2)}\n`,
)
console.log(`\nbench: written to ${path}`)
if (values['write-docs'] && process.exitCode === undefined) writeDocs(groups, takenOn)
const missed = groups.flatMap(({ title, rows }) =>
  rows.filter(({ met }) => met === false).map(({ what }) => `${title}: ${what}`),
)
if (process.exitCode !== undefined) console.log('bench: not everything could be measured')
console.log(
  missed.length === 0
    ? 'bench: every target that was measured is met'
    : ['bench: these miss their target', ...missed].join('\n  '),
)
