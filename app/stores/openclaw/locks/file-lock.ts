/** The lock file beside a store (OpenClaw 2026.2.13 and later): `{pid, createdAt}`, there or not there. */

import { AppError } from '../../../base/errors.ts'
import type { Contention, LockObserver, LockPorts, TakenLock } from './lock-observer.ts'

/** One try. An abandoned lock is taken over. @throws AppError STORE_UNWRITABLE */
export async function takeFileLock(
  ports: LockPorts,
  observations: LockObserver,
  path: string,
): Promise<TakenLock | Contention> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const contention = await observations.look(path)
    if (contention) return contention
    const payload = payloadOf(ports)
    if (await create(ports, path, payload)) return new FileLock(ports, path, payload)
    const standing = await observations.standing(path)
    if (standing?.abandoned) await observations.reclaim(path, standing)
    else if (standing) return standing.contention
  }
  return { kind: 'contention', path }
}

/** Windows refuses (EPERM) for a moment after somebody removed a file of that name: it is in the way, no more. */
async function create({ files, process }: LockPorts, path: string, payload: string): Promise<boolean> {
  try {
    return await files.createExclusive(path, payload, { mayBeLost: true }) // nobody holds a lock after a power cut
  } catch (error) {
    if (process.platform === 'win32' && error instanceof AppError) return false
    throw error
  }
}

/** No `starttime`: OpenClaw takes a lock away when that is not exactly what it computes itself. */
function payloadOf({ clock, process }: LockPorts): string {
  return JSON.stringify({ pid: process.pid, createdAt: new Date(clock.now()).toISOString() }, null, 2)
}

class FileLock implements TakenLock {
  readonly #ports: LockPorts
  readonly #path: string
  #payload: string
  #lost = false

  constructor(ports: LockPorts, path: string, payload: string) {
    this.#ports = ports
    this.#path = path
    this.#payload = payload
  }

  async isOurs(): Promise<boolean> {
    if (this.#lost) return false
    this.#lost = (await this.#ports.files.read(this.#path)) !== this.#payload
    return !this.#lost
  }

  async renew(): Promise<void> {
    if (!(await this.isOurs())) return
    const payload = payloadOf(this.#ports)
    await this.#ports.files.writeAtomic(this.#path, payload, { mayBeLost: true })
    this.#payload = payload
  }

  async release(): Promise<void> {
    if (await this.isOurs()) await this.#ports.files.remove(this.#path)
    this.#lost = true
  }
}
