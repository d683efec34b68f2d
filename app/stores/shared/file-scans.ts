/** One look at each file of a program after the other: a broken one still shows what it held when it could last be read. */
import { toFailure } from '../../base/errors.ts'
import type { PlaceView } from '../../contract/views.ts'
import type { Entry } from '../../model/holder.ts'

export interface FileScan {
  readonly entries: readonly Entry[]
  readonly place: PlaceView
}

export class FileScans {
  readonly #owner: string
  /** By file. */
  readonly #lastSeen = new Map<string, readonly Entry[]>()

  constructor(owner: string) {
    this.#owner = owner
  }

  /** Those that are there. @param load undefined when there is no such file */
  async all(
    paths: readonly string[],
    load: (path: string) => Promise<readonly Entry[] | undefined>,
  ): Promise<readonly FileScan[]> {
    for (const path of this.#lastSeen.keys()) if (!paths.includes(path)) this.#lastSeen.delete(path)
    const scans: FileScan[] = []
    for (const path of paths) {
      const found = await this.#one(path, load)
      if (found) scans.push(found)
    }
    return scans
  }

  async #one(
    path: string,
    load: (path: string) => Promise<readonly Entry[] | undefined>,
  ): Promise<FileScan | undefined> {
    const common = { label: this.#owner, path, present: true }
    try {
      const entries = await load(path)
      if (entries === undefined) {
        this.#lastSeen.delete(path)
        return undefined
      }
      this.#lastSeen.set(path, entries)
      return { entries, place: { ...common, found: '' } }
    } catch (error) {
      const problem = toFailure(error)
      const before = this.#lastSeen.get(path) ?? []
      const entries = before.map(({ credential: _, ...entry }) => ({ ...entry, problem }))
      return { entries, place: { ...common, found: 'unreadable', problem } }
    }
  }
}
