/** A task's checkpoint: one JSON file, replaced as a whole after each step, and a lock that dies with its process. */
import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { isRecord, parseJson } from '../base/json.ts'
import { createFiles } from '../platform/files/files.ts'
import { liveness, ownStart } from '../platform/process/process-start.ts'
import { LamplighterError } from './errors.ts'

export interface Checkpoint {
  /** What each finished step returned, in the order in which they ended. */
  readonly done: readonly { readonly name: string; readonly result: unknown; readonly atMs: number }[]
  /** All steps of the last call are done. */
  readonly finished: boolean
}

export interface TaskFile {
  /** @throws LamplighterError `failed` when the file is not a checkpoint of this task */
  read(): Promise<Checkpoint>
  write(checkpoint: Checkpoint): Promise<void>
  forget(): Promise<void>
  /** @returns what lets go. @throws LamplighterError `task-busy` */
  lock(): Promise<() => Promise<void>>
}

const NOTHING: Checkpoint = { done: [], finished: false }
const files = createFiles()

export function taskFile(folder: string, taskId: string): TaskFile {
  const path = join(folder, `${fileName(taskId)}.json`)
  const lockPath = join(folder, `${fileName(taskId)}.lock`)
  return {
    async read() {
      const text = await files.read(path)
      return text === undefined ? NOTHING : parse(text, taskId, path)
    },
    write: (checkpoint) =>
      files.writeAtomic(path, `${JSON.stringify({ version: 1, task: taskId, ...checkpoint }, null, 2)}\n`),
    forget: () => files.remove(path),
    lock: () => lock(lockPath, taskId),
  }
}

/** Nobody asks again for what ended so long ago. */
const FINISHED_KEPT_MS = 30 * 24 * 60 * 60 * 1000

/** Removes what tasks left that were finished long ago. */
export async function pruneFinished(folder: string, nowMs: number): Promise<void> {
  for (const name of await files.list(folder)) {
    if (!/^task-.*\.json$/.test(name)) continue
    const path = join(folder, name)
    const found = await files.stat(path)
    if (found === undefined || found.mtimeMs > nowMs - FINISHED_KEPT_MS) continue
    if (/^ {2}"finished": true$/m.test((await files.read(path)) ?? '')) await files.remove(path)
  }
}

/** Readable, and different for every id on file systems that do not tell "A" from "a" or know "con". */
function fileName(taskId: string): string {
  const words = taskId.replace(/[^\w-]+/g, '-').slice(0, 40)
  return `task-${words}-${createHash('sha256').update(taskId).digest('hex').slice(0, 12)}`
}

function parse(text: string, taskId: string, path: string): Checkpoint {
  try {
    const { version, task, done, finished } = JSON.parse(text)
    if (version === 1 && task === taskId && Array.isArray(done)) return { done, finished: finished === true }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new LamplighterError('failed', `${path} is not a checkpoint of the task "${taskId}".`, {
    hint: 'Move it away to begin anew.',
  })
}

interface Owner {
  readonly pid: number
  readonly startedAt: string
  readonly nonce: string
}

/** A sign that it lives, for those who cannot see its process. */
const BEAT_MS = 30_000
/** Without a sign for so long, one that nobody can see is gone: it may have run in a container, which has ended. */
const SILENT_MS = 5 * 60_000

async function lock(path: string, taskId: string): Promise<() => Promise<void>> {
  const me: Owner = { pid: process.pid, startedAt: ownStart(), nonce: randomBytes(9).toString('base64url') }
  const text = JSON.stringify(me)
  // Gone after a power cut, or without its text: so is its owner.
  while (!(await files.createExclusive(path, text, { mayBeLost: true }))) {
    const found = await files.read(path)
    if (found === undefined) continue
    const owner = ownerIn(found)
    const seen = owner ? liveness(owner.pid, owner.startedAt) : 'unknown'
    if (seen === 'alive' || (seen === 'unknown' && !(await isSilent(path)))) throw busy(taskId, owner?.pid)
    await takeAway(path, found)
  }
  const beat = setInterval(() => void files.touch(path).catch(() => undefined), BEAT_MS) // a missed one is followed by the next
  beat.unref()
  return async () => {
    clearInterval(beat)
    if ((await files.read(path)) === text) await files.remove(path)
  }
}

/** Undefined when it is torn, or not written yet. */
function ownerIn(text: string): Owner | undefined {
  const owner = parseJson(text)
  if (!isRecord(owner) || typeof owner.pid !== 'number' || typeof owner.startedAt !== 'string')
    return undefined
  return owner as unknown as Owner
}

/** Either way: a sign from the future is of a clock that was set back. */
async function isSilent(path: string): Promise<boolean> {
  const found = await files.stat(path)
  return found === undefined || Math.abs(Date.now() - found.mtimeMs) > SILENT_MS
}

/** Of several that found it dead one moves it away; whoever moved a living one's by mistake puts it back. */
async function takeAway(path: string, dead: string): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await files.rename(path, aside)
  } catch (error) {
    if ((await files.read(path)) === dead) throw error
    return // somebody else was faster
  }
  const moved = await files.read(aside)
  if (moved !== undefined && moved !== dead) await files.createExclusive(path, moved, { mayBeLost: true })
  await files.remove(aside)
}

function busy(taskId: string, pid: number | undefined): LamplighterError {
  const who = pid === undefined ? 'another process' : `process ${pid}`
  return new LamplighterError('task-busy', `The task "${taskId}" is being run by ${who}.`, {
    hint: 'Wait for it to end, or use another task id.',
  })
}
