/** Node.js' errors as ours. */
import { setTimeout as pause } from 'node:timers/promises'
import { AppError, type ErrorCode } from '../../base/errors.ts'
import { shellWord } from '../../base/shell-word.ts'

/** The system's own code: "ENOENT". */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

export function isAbsent(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}

export function asStoreError(code: ErrorCode, doing: string, path: string, error: unknown): AppError {
  if (error instanceof AppError) return error
  const name = codeOf(error) ?? 'unknown'
  const why = systemWords(name)
  // In the message itself: a line of the history, or of a list, shows nothing else.
  return new AppError(code, `${doing} ${path} failed (${name})${why === undefined ? '' : `: ${why}`}.`, {
    cause: error,
    ...(code === 'STORE_UNREADABLE' && name === 'EACCES' ? opened(path) : {}),
  })
}

/** What gives a person back the right to read their own file, where a shell knows chmod. */
function opened(path: string): { hint?: string; command?: string } {
  if (process.platform === 'win32') return {}
  const command = `chmod u+rX ${shellWord(path)}`
  return { hint: `Make it readable for you: ${command}`, command }
}

/** What a person makes of it; undefined where the code says as much. */
export function systemWords(code: string): string | undefined {
  return WORDS[code]
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'the permissions do not allow it',
  EPERM: 'the system does not permit it, or another program has it open',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EROFS: 'the file system is read-only',
  EIO: 'the disk reports an error',
  ELOOP: 'it is a link that leads back to itself',
  ENOTDIR: 'a folder of its path is a file',
}

const BUSY_PAUSES_MS = [5, 10, 20, 40, 80, 160] // a virus scanner or an indexer lets go within that

/** Windows refuses to replace or read a file that another process has open at this moment: ask again. */
export async function retryWhileBusy<T>(
  operation: () => Promise<T>,
  windows: boolean = process.platform === 'win32',
): Promise<T> {
  for (const ms of windows ? BUSY_PAUSES_MS : []) {
    try {
      return await operation()
    } catch (error) {
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error) ?? '')) throw error
      await pause(ms)
    }
  }
  return operation()
}
