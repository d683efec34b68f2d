/** Folders that come into being with a file of ours, and go with it. */
import { folderOf } from './path.ts'
import type { Files } from './ports.ts'

/** Those that would have to be made for it, the outermost first. */
export async function missingFolders(files: Pick<Files, 'stat'>, path: string): Promise<readonly string[]> {
  const missing: string[] = []
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    if (folder === folderOf(folder) || (await files.stat(folder))) return missing
    missing.unshift(folder)
  }
}

export async function removeWithFolders(
  files: Pick<Files, 'list' | 'remove' | 'removeFolder'>,
  { path, folders }: { readonly path: string; readonly folders: readonly string[] },
): Promise<void> {
  await files.remove(path)
  for (const folder of [...folders].reverse()) {
    if ((await files.list(folder)).length > 0) return // somebody else's by now
    await files.removeFolder(folder)
  }
}
