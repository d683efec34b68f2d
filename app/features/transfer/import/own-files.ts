/** Which files of an import are this machine's own? Whoever points at their own OpenClaw has no other machine to clear. */

import { folderOf, nameOf } from '../../../base/path.ts'
import type { Ports } from '../../../base/ports.ts'
import type { Profile } from '../../../model/profile.ts'

/** OpenClaw's; beside a database it is a leftover of the same logins. */
const STORE = 'auth-profiles.json'

/** However they are spelled: a link to one of our files is that file. */
export async function ownFiles(
  files: Pick<Ports['files'], 'realPath'>,
  sources: readonly Profile[],
  local: readonly Profile[],
): Promise<(path: string) => boolean> {
  const real = new Map<string, string>()
  for (const path of pathsOf([...sources, ...local])) real.set(path, (await files.realPath(path)) ?? path)
  const realOf = (path: string): string => real.get(path) ?? path
  const ours = new Set(pathsOf(local).map(realOf))
  const folders = new Set([...ours].map(folderOf))
  return (path) =>
    ours.has(realOf(path)) || (nameOf(realOf(path)) === STORE && folders.has(folderOf(realOf(path))))
}

function pathsOf(profiles: readonly Profile[]): readonly string[] {
  return [...new Set(profiles.flatMap(({ grant }) => grant.entries.map(({ holder }) => holder.path)))]
}
