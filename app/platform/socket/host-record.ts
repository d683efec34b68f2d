/** host.json in the state folder: where the running host listens, and the key its callers send. 0600, so ours alone. */
import { lstatSync } from 'node:fs'
import { readTrustedSync } from '../files/trusted.ts'

export interface HostRecord {
  readonly address: string
  readonly pid: number
  /** As Process.startedAt. */
  readonly startedAt: string
  readonly key: string
}

/** Undefined when absent, torn, no file, or somebody else's. */
export function readHostRecord(path: string): HostRecord | undefined {
  if (!isOurs(path) || !lstatSync(path, { throwIfNoEntry: false })?.isFile()) return undefined
  const text = readTrustedSync(path)?.toString()
  return text === undefined ? undefined : parseHostRecord(text)
}

/** By hand: the quick ways through the command line do without a schema library. Pure. */
export function parseHostRecord(text: string): HostRecord | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
  const { address, pid, startedAt, key } = { ...(value as object | null) } as Record<string, unknown>
  if (typeof address !== 'string' || typeof key !== 'string' || key === '') return undefined
  if (typeof pid !== 'number' || typeof startedAt !== 'string') return undefined
  return { address, pid, startedAt, key }
}

/** Belongs to who we are, and is no link to elsewhere. Windows' folders below the profile are the user's own. */
export function isOurs(path: string): boolean {
  const uid = process.getuid?.()
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found !== undefined && !found.isSymbolicLink() && (uid === undefined || found.uid === uid)
}
