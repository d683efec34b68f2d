/** Which of OpenClaw's locks cover a set of holders, and in which order. */

import { folderOf, join, nameOf } from '../../../base/path.ts'
import type { Ports } from '../../../base/ports.ts'
import type { LockForm } from '../storage-version.ts'
import { byProviderThenId, type ProfileKey, refreshLockNames } from './lock-names.ts'
import type { LockWish } from './lock-wish.ts'

export interface LockTarget {
  /** An `auth-profiles.json`, or a database. */
  readonly path: string
  /** A row has no lock of its own: SQLite's is held for the write alone. */
  readonly form: LockForm | 'row'
  /** The main agent's, which OpenClaw locks while it holds another. */
  readonly main: boolean
  readonly profiles: readonly ProfileKey[]
}

/**
 * First the refresh locks, by provider and id, then the files by path, the main agent's last: so does OpenClaw, and
 * whoever keeps to one order cannot wait in a circle.
 */
export async function planLocks(
  ports: Pick<Ports, 'files' | 'random'>,
  state: string,
  targets: readonly LockTarget[],
): Promise<readonly LockWish[]> {
  const keys = targets.filter(({ form }) => form !== 'folder').flatMap(({ profiles }) => profiles)
  const folder = join((await ports.files.realPath(state)) ?? state, 'locks', 'oauth-refresh')
  const refreshLocks = [...keys]
    .sort(byProviderThenId)
    .flatMap((key) => refreshLockNames(key, (text) => ports.random.sha256Hex(text)))
    .map((name): LockWish => ({ path: join(folder, name), form: 'file' }))
  const files: { readonly wish: LockWish; readonly last: boolean }[] = []
  for (const { path, form, main } of targets) {
    if (form === 'row') continue
    for (const lock of await lockPaths(ports.files, path))
      files.push({ wish: { path: lock, form }, last: main })
  }
  // One file under two names keeps the later place: it may be the main agent's.
  const last = new Set(files.filter((one) => one.last).map(({ wish }) => wish.path))
  const rank = ({ path }: LockWish): string => `${last.has(path) ? 1 : 0} ${path}`
  const storeLocks = files.map(({ wish }) => wish).sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
  return withoutRepeats([...refreshLocks, ...storeLocks])
}

/** OpenClaw resolves the folder and not the file; a link is locked under its target's name as well. */
async function lockPaths(files: Ports['files'], path: string): Promise<readonly string[]> {
  const folder = (await files.realPath(folderOf(path))) ?? folderOf(path)
  const named = join(folder, nameOf(path))
  const target = (await files.realPath(path)) ?? named
  return [...new Set([named, target])].map((one) => `${one}.lock`)
}

function withoutRepeats(wishes: readonly LockWish[]): readonly LockWish[] {
  const seen = new Set<string>()
  return wishes.filter(({ path }) => !seen.has(path) && seen.add(path))
}
