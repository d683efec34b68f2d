/** What the doctor finds about files with secrets, for whoever wants to mend it at once; and what can be mended from here. */
import { AppError, messageOf } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import type { SecurityFindingView } from '../../contract/security.ts'
import { oldCopies, outsideKeychains } from './check-copies.ts'
import { filesOpenToOthers } from './check-permissions.ts'
import type { FileCheckDeps, FileFinding } from './finding.ts'

export interface SecurityDeps extends Pick<FileCheckDeps, 'stores'> {
  readonly ports: Ports
  readonly overview: () => FileCheckDeps['overview']
}

export class Security {
  readonly #deps: SecurityDeps
  /** By finding: what was mended, for as long as we run. */
  readonly #mended = new Map<string, { readonly path: string; readonly was: number; readonly is: number }>()

  constructor(deps: SecurityDeps) {
    this.#deps = deps
  }

  async list(): Promise<readonly SecurityFindingView[]> {
    return (await this.#look()).map(toView)
  }

  /** Closes a file to others: only one that list() names, as it is found now. @throws AppError ARGUMENT_INVALID, STORE_UNWRITABLE */
  async mend(id: string): Promise<readonly SecurityFindingView[]> {
    const found = (await this.#look()).find((one) => idOf(one) === id)
    if (!found) return this.list() // it is mended already
    if (!found.mode) {
      throw new AppError('ARGUMENT_INVALID', 'Lamplighter cannot mend that by itself.', { hint: found.todo })
    }
    const { is, wanted } = found.mode
    await this.#deps.ports.files.setMode(found.path, wanted)
    this.#mended.set(id, { path: found.path, was: is, is: wanted })
    this.#deps.ports.log.info('a file was closed to others', { path: found.path })
    return this.list()
  }

  /** Opens it again as it was, unless somebody has changed it since. @throws AppError ARGUMENT_INVALID, STORE_UNWRITABLE */
  async undo(id: string): Promise<readonly SecurityFindingView[]> {
    const { files } = this.#deps.ports
    const mended = this.#mended.get(id)
    const found = mended && (await files.stat(mended.path))
    if (!mended || found?.mode !== mended.is) {
      throw new AppError('ARGUMENT_INVALID', 'There is nothing to undo: the file was changed since.')
    }
    await files.setMode(mended.path, mended.was)
    this.#mended.delete(id)
    return this.list()
  }

  async #look(): Promise<readonly FileFinding[]> {
    const deps = { ...this.#deps, overview: this.#deps.overview() }
    const all: FileFinding[] = []
    for (const find of [filesOpenToOthers, oldCopies, outsideKeychains]) {
      try {
        all.push(...(await find(deps)))
      } catch (error) {
        // A folder that cannot be read is told as a place's problem; what others find stays.
        deps.ports.log.warn('not everything could be looked at', { error: messageOf(error) })
      }
    }
    return all
  }
}

function toView({ mode, ...found }: FileFinding): SecurityFindingView {
  return { id: idOf(found), ...found, ...(mode ? { canMend: true } : {}) }
}

function idOf({ kind, path }: Pick<FileFinding, 'kind' | 'path'>): string {
  return `${kind}:${path}`
}
