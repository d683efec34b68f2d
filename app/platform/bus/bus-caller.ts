/** Who is at the other end of a call on the bus: the bus knows the process, the system what that runs. Linux. */
import { readlink } from 'node:fs/promises'
import { userInfo } from 'node:os'
import type { BusCaller } from '../../base/session-bus.ts'

/** @param credentials GetConnectionCredentials of the D-Bus specification, its variants unwrapped */
export async function busCaller(credentials: ReadonlyMap<string, unknown>): Promise<BusCaller> {
  const pid = Number(credentials.get('ProcessID') ?? 0)
  const isSameUser = credentials.get('UnixUserID') === userInfo().uid
  const executable = isSameUser && pid > 0 ? await executableOf(pid) : undefined
  return { isSameUser, pid, ...(executable === undefined ? {} : { executable }) }
}

/** After an update the file that runs is gone from the disk, and the system says so behind its path. */
const REPLACED = / \(deleted\)$/

async function executableOf(pid: number): Promise<string | undefined> {
  try {
    const path = (await readlink(`/proc/${pid}/exe`)).replace(REPLACED, '')
    const [its, ours] = await Promise.all([String(pid), 'self'].map((one) => readlink(`/proc/${one}/ns/mnt`)))
    // In a container the same path is another file.
    return its === ours ? path : `${path} (in a container)`
  } catch {
    return undefined // it ended, or lets nobody look: then it is not known
  }
}
