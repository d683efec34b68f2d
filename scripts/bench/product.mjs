// The product's core as one module that plain Node.js can load: Node.js 20 runs no TypeScript.
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = dirname(dirname(import.meta.dirname))
const outDir = join(root, 'node_modules', '.cache', 'lamplighter-bench')

/** Below node_modules, so that the keyring's native binding is found. */
export const PRODUCT = join(outDir, 'product.mjs')

export async function bundleProduct() {
  const { build } = await import('vite')
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    define: { LAMPLIGHTER_VERSION: '"bench"' },
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'product.ts'),
      outDir,
      emptyOutDir: false,
      target: 'node20.18',
      rolldownOptions: {
        external: ['@napi-rs/keyring', '@photostructure/sqlite', 'pg-native', 'usocket', 'x11'],
        output: { format: 'es', entryFileNames: 'product.mjs', codeSplitting: false },
      },
    },
  })
}

export function loadProduct() {
  return import(pathToFileURL(PRODUCT).href)
}
