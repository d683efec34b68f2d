/** The host's side of host.json. Apart from the reading, which the quick ways through the command line load. */
import { unlinkSync } from 'node:fs'
import { createExclusive } from '../files/atomic-write.ts'
import { isAbsent } from '../files/system-error.ts'
import { type HostRecord, readHostRecord } from './host-record.ts'

/** Under the host lock. A new file each time: an old one's mode might have been loosened. */
export async function writeHostRecord(path: string, record: HostRecord): Promise<void> {
  removeIfThere(path)
  await createExclusive(path, `${JSON.stringify({ version: 1, ...record })}\n`)
}

/** Another host's stays. */
export function removeHostRecord(path: string, key: string): void {
  if (readHostRecord(path)?.key === key) removeIfThere(path)
}

export function removeIfThere(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (!isAbsent(error)) throw error
  }
}
