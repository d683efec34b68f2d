/** The lock folder beside a store (OpenClaw to 2026.2.12): proper-lockfile's way, alive while its time moves. */

import type { Contention, LockObserver, LockPorts, TakenLock } from './lock-observer.ts'

/** One try. An abandoned lock is taken over. @throws AppError STORE_UNWRITABLE */
export async function takeDirectoryLock(
  ports: LockPorts,
  observations: LockObserver,
  path: string,
): Promise<TakenLock | Contention> {
  const { files } = ports
  for (let attempt = 0; attempt < 3; attempt++) {
    const contention = await observations.look(path)
    if (contention) return contention
    if (await files.makeFolderExclusive(path))
      return new FolderLock(ports, path, await signatureOf(ports, path))
    const standing = await observations.standing(path)
    if (standing?.abandoned) await observations.reclaim(path, standing)
    else if (standing) return standing.contention
  }
  return { kind: 'contention', path }
}

/** Undefined when it is no longer a folder. */
async function signatureOf({ files }: LockPorts, path: string): Promise<string | undefined> {
  const found = await files.stat(path)
  return found?.kind === 'directory' ? `${found.identity} ${found.mtimeMs}` : undefined
}

class FolderLock implements TakenLock {
  readonly #ports: LockPorts
  readonly #path: string
  #signature: string | undefined
  #lost = false

  constructor(ports: LockPorts, path: string, signature: string | undefined) {
    this.#ports = ports
    this.#path = path
    this.#signature = signature
  }

  async isOurs(): Promise<boolean> {
    if (this.#lost) return false
    const now = await signatureOf(this.#ports, this.#path)
    this.#lost = now === undefined || now !== this.#signature
    return !this.#lost
  }

  async renew(): Promise<void> {
    if (!(await this.isOurs())) return
    await this.#ports.files.touch(this.#path)
    this.#signature = await signatureOf(this.#ports, this.#path)
  }

  async release(): Promise<void> {
    if (await this.isOurs()) await this.#ports.files.removeFolder(this.#path)
    this.#lost = true
  }
}
