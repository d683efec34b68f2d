// `npm run lint` runs this after Biome: which folder may import which, and that no circle is left.
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { layerProblems } from './check-layers.mjs'
import { importsOf } from './imports.mjs'

const root = process.argv[2] ?? dirname(dirname(import.meta.dirname))
const files = ['app', 'main', 'renderer'].flatMap((area) => sourcesIn(area)).sort()
const problems = layerProblems(importsOf(root, files))
for (const problem of problems) console.error(problem)
console.log(
  `layers: ${files.length} files, ${problems.length === 0 ? 'no circle' : `${problems.length} problems`}`,
)
process.exitCode = problems.length === 0 ? 0 : 1

function sourcesIn(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sourcesIn(path)
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })
}
