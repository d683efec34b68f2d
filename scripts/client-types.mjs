// The types of lamplighter/client, for programs that use it: what its entry exports, and nothing of what lies behind.

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

// The public files import nothing but each other.
const PUBLIC = ['client', 'api', 'errors']

/** Writes client.d.ts and what it needs into the folder. */
export async function writeClientTypes({ root, folder }) {
  const emitted = await mkdtemp(join(tmpdir(), 'lamplighter-types-'))
  try {
    await promisify(execFile)(process.execPath, [
      join(root, 'node_modules/typescript/bin/tsc'),
      join(root, 'app/client/client.ts'),
      ...['--ignoreConfig', '--declaration', '--emitDeclarationOnly', '--allowImportingTsExtensions'],
      ...['--rootDir', join(root, 'app'), '--outDir', emitted],
      ...['--module', 'ESNext', '--moduleResolution', 'bundler', '--target', 'ES2023'],
      ...['--lib', 'ES2023,DOM,DOM.Iterable', '--types', 'node', '--noCheck', '--skipLibCheck'],
    ])
    for (const name of PUBLIC) {
      const text = await readFile(join(emitted, 'client', `${name}.d.ts`), 'utf8')
      await writeFile(join(folder, `${name}.d.ts`), text.replaceAll(/(from '\.\/\w+)\.ts'/g, "$1.js'"))
    }
  } finally {
    await rm(emitted, { recursive: true, force: true })
  }
}
