/** Writes what was planned into the files of a program, and takes it out again: to the byte, where nobody wrote since. */
import { AppError } from '../../base/errors.ts'
import { missingFolders, removeWithFolders } from '../../base/made-folders.ts'
import type { Ports } from '../../base/ports.ts'
import type { DisconnectView } from '../../contract/consumers.ts'
import { takeOut } from './edit.ts'
import { type Digests, digestOf } from './inherit.ts'
import { isSame, type PlannedFile, partsOf } from './plan.ts'
import type { ConnectionRecord, ConnectionRecords, Part, WrittenFile } from './records.ts'

type WritePorts = Pick<Ports, 'files' | 'random'>
type Became = DisconnectView['files'][number]

export async function asWritten(
  { files, random }: WritePorts,
  planned: readonly PlannedFile[],
): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = []
  for (const { path, before, after, parts } of planned) {
    written.push({
      path,
      ...(before === undefined ? {} : { before: random.sha256Hex(before) }),
      after: random.sha256Hex(after),
      folders: before === undefined ? await missingFolders(files, path) : [],
      parts: parts.map(({ edit, undo }) => ({ edit, undo })),
    })
  }
  return written
}

/** @throws AppError STORE_CHANGED: somebody wrote since the plan; STORE_UNWRITABLE */
export async function writePlanned({ files }: WritePorts, planned: readonly PlannedFile[]): Promise<void> {
  for (const { path, before, after, mode } of planned) {
    if ((await files.read(path)) !== before) {
      throw new AppError('STORE_CHANGED', `${path} was changed meanwhile.`, {
        hint: 'Nothing of it was written over. Try again.',
      })
    }
    if (after !== before) await files.writeAtomic(path, after, mode === undefined ? {} : { mode })
  }
}

interface Change {
  readonly file: WrittenFile
  readonly became: Became['became']
  /** Undefined: the file goes. */
  readonly text?: string | undefined
}

/**
 * All of it or nothing. What another connection needs too stays.
 * @throws AppError STORE_CHANGED where ours cannot be told from what somebody else wrote, STORE_UNREADABLE, STORE_UNWRITABLE
 */
export async function undo(
  ports: WritePorts,
  records: ConnectionRecords,
  record: ConnectionRecord,
  others: readonly ConnectionRecord[],
): Promise<{ readonly view: DisconnectView; readonly digests: Digests }> {
  const needed = partsOf(others)
  const changes: Change[] = []
  for (const [at, file] of record.files.entries()) {
    const ours = file.parts.filter(({ edit }) => !needed.some((one) => isSame(one.edit, edit)))
    const kept = (): Promise<string | undefined> => records.kept(record.id, at)
    changes.push(await changeOf(ports, file, ours, kept))
  }
  const digests = new Map<string, { readonly was: string; readonly now: string }>()
  for (const { file, became, text } of changes) {
    const was = await digestOf(ports, file.path)
    if (became === 'removed') await removeWithFolders(ports.files, file)
    else if (text !== undefined) await ports.files.writeAtomic(file.path, text)
    digests.set(file.path, { was, now: await digestOf(ports, file.path) })
  }
  return { view: { files: changes.map(({ file: { path }, became }) => ({ path, became })) }, digests }
}

async function changeOf(
  { files, random }: WritePorts,
  file: WrittenFile,
  ours: readonly Part[],
  kept: () => Promise<string | undefined>,
): Promise<Change> {
  const text = await files.read(file.path)
  if (text === undefined || ours.length === 0 || random.sha256Hex(text) === file.before)
    return { file, became: 'untouched' }
  if (random.sha256Hex(text) === file.after && ours.length === file.parts.length) {
    if (file.before === undefined) return { file, became: 'removed' }
    const before = await kept()
    if (before !== undefined && random.sha256Hex(before) === file.before)
      return { file, became: 'as-before', text: before }
  }
  let left = text
  for (const { undo } of [...ours].reverse()) left = takeOut(undo, file.path, left) ?? left
  if (left === text) return { file, became: 'untouched' }
  if (file.before === undefined && isEmpty(left)) return { file, became: 'removed' }
  return { file, became: random.sha256Hex(left) === file.before ? 'as-before' : 'without-ours', text: left }
}

/** Of a file that was made for ours, nothing else is in it. */
function isEmpty(text: string): boolean {
  return /^\s*(\{\s*\})?\s*$/.test(text)
}
