/**
 * Several connections may have written to one file, one after another. When one of them goes, the next takes its place: the
 * file as it was before is now what that one restores, and what was made for the first is now that one's to take away.
 */
import type { Ports } from '../../base/ports.ts'
import type { ConnectionRecord, ConnectionRecords, WrittenFile } from './records.ts'

/** By path: the digest of the whole text before and after something was taken out. */
export type Digests = ReadonlyMap<string, { readonly was: string; readonly now: string }>

/** @returns the others, as they are without it */
export async function inherited(
  records: ConnectionRecords,
  gone: ConnectionRecord,
  others: readonly ConnectionRecord[],
  digests: Digests,
): Promise<readonly ConnectionRecord[]> {
  const heirs: ConnectionRecord[] = []
  for (const other of others) {
    const files: WrittenFile[] = []
    for (const [at, file] of other.files.entries()) {
      const from = gone.files.findIndex((one) => one.path === file.path && one.after === file.before)
      const digest = digests.get(file.path)
      const after = digest?.was === file.after ? digest.now : file.after
      if (from >= 0) await passOn(records, [gone.id, from], [other.id, at])
      files.push({ ...file, ...(gone.files[from] && origin(gone.files[from])), after })
    }
    const isHeir = gone.hasAddedUse && other.login === gone.login && other.use === gone.use
    heirs.push({ ...other, files, hasAddedUse: other.hasAddedUse || isHeir })
  }
  return heirs
}

function origin({ before, folders }: WrittenFile): Pick<WrittenFile, 'before' | 'folders'> {
  return { before, folders }
}

async function passOn(
  records: ConnectionRecords,
  [from, at]: readonly [string, number],
  [to, toAt]: readonly [string, number],
): Promise<void> {
  const before = await records.kept(from, at)
  if (before !== undefined) await records.keep(to, toAt, before)
}

export async function digestOf(
  { files, random }: Pick<Ports, 'files' | 'random'>,
  path: string,
): Promise<string> {
  return random.sha256Hex((await files.read(path)) ?? '')
}
