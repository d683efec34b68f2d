/** The lock file beside a store (OpenClaw 2026.2.13 and later): `{pid, createdAt}`, there or not there. */

import { createLockFile } from '../../shared/lock-file.ts'
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
    if (await createLockFile(ports, path, payload)) return new FileLock(ports, path, payload)
    const standing = await observations.standing(path)
    if (standing?.abandoned) await observations.reclaim(path, standing)
    else if (standing) return standing.contention
  }
  return { kind: 'contention', path }
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
