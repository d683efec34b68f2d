/** Bundles a TypeScript entry into something plain Node.js can run as a process of its own. */
import { join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '../..')

/** Of this test file. */
const bundles = new Map<string, Promise<string>>()

/**
 * Once for each name: a second build would empty the folder under a process that runs what lies there. Each of the runner's
 * workers has a folder of its own, for the same reason.
 * @returns the path of an ES module in this checkout, below whose node_modules native dependencies are found: several
 * checkouts may share one node_modules, and each runs its own code
 */
export function bundleForNode(entry: string, name: string): Promise<string> {
  const known = bundles.get(name)
  if (known) return known
  const made = bundle(entry, name)
  bundles.set(name, made)
  return made
}

async function bundle(entry: string, name: string): Promise<string> {
  const outDir = join(ROOT, '.cache/lamplighter-test', process.env['VITEST_POOL_ID'] ?? '', name)
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    define: { LAMPLIGHTER_VERSION: '"test"' },
    build: {
      ssr: join(ROOT, entry),
      outDir,
      emptyOutDir: true,
      target: 'node20.18',
      rollupOptions: {
        output: { format: 'es', entryFileNames: 'main.mjs' },
        external: ['@napi-rs/keyring', '@photostructure/sqlite', 'pg-native', 'usocket', 'x11'],
      },
    },
    ssr: { noExternal: true },
  })
  return join(outDir, 'main.mjs')
}
