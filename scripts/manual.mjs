// lamplighter(1) and the shells' completions, from the same table as --help. The TypeScript is run through vite:
// Node.js 20 cannot.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** @param options.folder where the pages go: lamplighter.1, and one file for each shell, as packages install them */
export async function writeManual({ root, folder, version }) {
  const { runnerImport } = await import('vite')
  const load = async (path) =>
    (await runnerImport(join(root, path), { configFile: false, root, logLevel: 'error' })).module
  const { PEOPLES } = await load('app/cli/command-table.ts')
  const { manPage } = await load('app/cli/io/man-page.ts')
  const { completionScript, SHELLS } = await load('app/cli/io/completion.ts')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'lamplighter.1'), manPage(PEOPLES, version))
  for (const shell of SHELLS)
    await writeFile(join(folder, `lamplighter.${shell}`), completionScript(shell, PEOPLES))
}
