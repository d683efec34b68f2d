// Writes docs/providers.md from the catalogue: `npm run docs:providers`.
import './node-version.mjs'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const { runnerImport } = await import('vite') // an old Node.js cannot even load it

const root = dirname(import.meta.dirname)
const load = async (path) =>
  (await runnerImport(join(root, path), { configFile: false, root, logLevel: 'warn' })).module

const { providersPage } = await load('scripts/providers-doc/text.ts')
const { ENTRIES } = await load('app/providers/catalogue/entries.ts')
writeFileSync(join(root, 'docs', 'providers.md'), providersPage(ENTRIES))
console.log(`docs/providers.md: ${ENTRIES.length} providers`)
