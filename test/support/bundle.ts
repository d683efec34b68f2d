/** Bundles a TypeScript entry into something plain Node.js can run as a process of its own. */
import { join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '../..')

/**
 * @returns the path of an ES module in this checkout, below whose node_modules native dependencies are found: several
 * checkouts may share one node_modules, and each runs its own code
 */
export async function bundleForNode(entry: string, name: string): Promise<string> {
  const outDir = join(ROOT, '.cache/lamplighter-test', name)
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
