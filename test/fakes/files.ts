import { AppError } from '../../app/base/errors.ts'
import type { FileStat, Files, Flushing, Unwatch, WriteOptions } from '../../app/base/ports.ts'
import { type AfterCut, Durability } from './durability.ts'

interface Node {
  readonly kind: 'file' | 'directory' | 'link'
  /** A file's text, a link's target. */
  text: string
  mode: number
  mtimeMs: number
  readonly serial: number
}

export type FileOperation = Exclude<keyof Files, 'watch' | 'appendFlushing' | 'readTrusted' | 'checkPrivate'> // which is an append and a flush

/** A POSIX file system in memory: folders, links, modes, watching. Paths are absolute, with slashes. */
export class FakeFiles implements Files {
  readonly #nodes = new Map<string, Node>([['/', newNode('directory', '', 0o700, 0)]])
  readonly #watchers = new Set<{ readonly folder: string; told: boolean; readonly onChange: () => void }>()
  readonly #now: () => number
  readonly #disk = new Durability<Node>()
  /** Called before each operation; may throw what the disk would. For faults in a loop, and for racing writers. */
  before: (operation: FileOperation, path: string) => void | Promise<void> = () => undefined
  /** Beside which paths room is held now. */
  readonly reserved: string[] = []

  constructor(now: () => number = () => 0) {
    this.#now = now
  }

  // -- for tests ------------------------------------------------------------------------------------------------

  /** Another program's write: no atomicity, no fault injection. Makes the folders. */
  put(path: string, text: string, mode = 0o600): void {
    const target = this.#follow(path)
    this.#folders(parent(target))
    const old = this.#nodes.get(target)
    this.#set(target, { ...newNode('file', text, mode, this.#now()), ...(old ? { serial: old.serial } : {}) })
  }

  link(path: string, target: string): void {
    this.#folders(parent(path))
    this.#set(path, newNode('link', target, 0o777, this.#now()))
  }

  /** Undefined when absent. */
  text(path: string): string | undefined {
    const node = this.#nodes.get(this.#follow(path))
    return node?.kind === 'file' ? node.text : undefined
  }

  mode(path: string): number | undefined {
    return this.#nodes.get(this.#follow(path))?.mode
  }

  delete(path: string): void {
    for (const name of [...this.#nodes.keys()]) {
      if (name === path || name.startsWith(`${path}/`)) this.#drop(name)
    }
  }

  /** Another program renames a folder or a file, with everything in it. */
  move(from: string, to: string): void {
    for (const [name, node] of [...this.#nodes]) {
      if (name !== from && !name.startsWith(`${from}/`)) continue
      this.#drop(name)
      this.#set(to + name.slice(from.length), node)
    }
  }

  /** What was not flushed is as it was before, or as it was to be, or has lost its text. */
  cutPower(afterOf: (path: string) => AfterCut): void {
    for (const [path, left] of this.#disk.cut(afterOf)) {
      const now = this.#nodes.get(path)
      if (left === undefined) this.#nodes.delete(path)
      else if (left !== 'blank') this.#nodes.set(path, left)
      else if (now) this.#nodes.set(path, { ...now, text: '' })
    }
  }

  /** Every file with its text: for canaries and snapshots. */
  all(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.#nodes].filter(([, n]) => n.kind === 'file').map(([p, n]) => [p, n.text]),
    )
  }

  // -- the port -------------------------------------------------------------------------------------------------

  async read(path: string): Promise<string | undefined> {
    await this.before('read', path)
    const node = this.#nodes.get(this.#follow(path))
    if (node?.kind === 'directory') throw new AppError('STORE_UNREADABLE', `Reading ${path} failed (EISDIR).`)
    return node?.text
  }

  readTrusted(path: string): Promise<string | undefined> {
    return this.read(path)
  }

  async readBytes(path: string): Promise<Uint8Array | undefined> {
    const text = await this.read(path)
    return text === undefined ? undefined : new TextEncoder().encode(text)
  }

  async writeAtomic(path: string, text: string, options?: WriteOptions): Promise<void> {
    await this.before('writeAtomic', path)
    await options?.notBefore?.()
    const target = this.#follow(path)
    this.#folders(parent(target))
    const old = this.#nodes.get(target)
    if (old?.kind === 'directory') throw new AppError('STORE_UNWRITABLE', `Writing ${path} failed (EISDIR).`)
    this.#set(target, newNode('file', text, options?.mode ?? old?.mode ?? 0o600, this.#now()))
    this.#written(target, old, options)
  }

  async createExclusive(path: string, text: string, options?: WriteOptions): Promise<boolean> {
    await this.before('createExclusive', path)
    if (this.#nodes.has(path)) return false
    this.#folders(parent(path))
    this.#set(path, newNode('file', text, 0o600, this.#now()))
    this.#written(path, undefined, options)
    return true
  }

  async append(path: string, text: string): Promise<void> {
    await this.before('append', path)
    this.#append(path, text)
  }

  async appendFlushing(path: string, text: string): Promise<Flushing> {
    await this.before('append', path)
    const target = this.#append(path, text)
    return async () => {
      await this.before('flush', path)
      this.#disk.textFlushed(target)
    }
  }

  #append(path: string, text: string): string {
    const target = this.#follow(path)
    const old = this.#nodes.get(target)
    this.put(path, (old?.text ?? '') + text, old?.mode)
    this.#disk.changed(target, old, old === undefined)
    return target
  }

  async flush(path: string): Promise<void> {
    await this.before('flush', path)
    const target = this.#follow(path)
    if (!this.#nodes.has(target)) throw unwritable('Flushing', path, 'ENOENT')
    this.#disk.flushed(target)
  }

  async reserve(path: string): Promise<() => Promise<void>> {
    await this.before('reserve', path)
    if (!this.#nodes.has(parent(path))) throw unwritable('Writing', path, 'ENOENT')
    this.reserved.push(path)
    return async () => {
      await this.before('remove', path)
      this.reserved.splice(this.reserved.indexOf(path), 1)
    }
  }

  async remove(path: string): Promise<void> {
    await this.before('remove', path)
    const old = this.#nodes.get(path)
    if (old?.kind === 'directory') throw unwritable('Removing', path, 'EISDIR')
    this.#drop(path)
    if (old) this.#disk.changed(path, old, false)
  }

  async rename(from: string, to: string): Promise<void> {
    await this.before('rename', from)
    const node = this.#nodes.get(from)
    if (!node) throw unwritable('Renaming', from, 'ENOENT')
    this.#drop(from)
    this.#set(to, node)
  }

  async list(folder: string): Promise<readonly string[]> {
    await this.before('list', folder)
    const real = this.#follow(folder)
    return [...this.#nodes.keys()]
      .filter((path) => path !== '/' && parent(path) === real)
      .map(nameOf)
      .sort()
  }

  async stat(path: string): Promise<FileStat | undefined> {
    await this.before('stat', path)
    const node = this.#nodes.get(this.#follow(path))
    if (!node) return undefined
    const { mode, mtimeMs, serial } = node
    const kind = node.kind === 'link' ? 'other' : node.kind
    const size = Buffer.byteLength(node.text)
    return { kind, mode, size, mtimeMs, identity: `1-${serial}-0` }
  }

  async realPath(path: string): Promise<string | undefined> {
    await this.before('realPath', path)
    const real = this.#follow(path)
    return this.#nodes.has(real) ? real : undefined
  }

  async makeFolder(path: string): Promise<void> {
    await this.before('makeFolder', path)
    this.#folders(path)
  }

  async makeFolderExclusive(path: string): Promise<boolean> {
    await this.before('makeFolderExclusive', path)
    if (this.#nodes.has(path)) return false
    if (!this.#nodes.has(parent(path))) throw unwritable('Making', path, 'ENOENT')
    this.#set(path, newNode('directory', '', 0o700, this.#now()))
    return true
  }

  async removeFolder(path: string): Promise<void> {
    await this.before('removeFolder', path)
    if ([...this.#nodes.keys()].some((other) => parent(other) === path))
      throw unwritable('Removing', path, 'ENOTEMPTY')
    this.#drop(path)
  }

  async canWrite(path: string): Promise<boolean> {
    await this.before('canWrite', path)
    const node = this.#nodes.get(this.#follow(path))
    return node === undefined || (node.mode & 0o200) !== 0
  }

  async checkPrivate(path: string): Promise<void> {
    if (((this.mode(parent(path)) ?? 0) & 0o022) !== 0)
      throw new AppError('STORE_READ_ONLY', `Others may write ${path}.`)
  }

  async setMode(path: string, mode: number): Promise<void> {
    await this.before('setMode', path)
    const node = this.#nodes.get(this.#follow(path))
    if (!node) throw unwritable('Changing', path, 'ENOENT')
    node.mode = mode
    this.#changed(path)
  }

  async touch(path: string): Promise<void> {
    await this.before('touch', path)
    const node = this.#nodes.get(this.#follow(path))
    if (!node) throw unwritable('Touching', path, 'ENOENT')
    node.mtimeMs = this.#now()
    this.#changed(path)
  }

  watch(folder: string, onChange: () => void): Unwatch {
    const watcher = { folder, told: false, onChange }
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }

  // -- inside ---------------------------------------------------------------------------------------------------

  #written(path: string, old: Node | undefined, { mayBeLost, mayBeUndone }: WriteOptions = {}): void {
    if (mayBeLost || mayBeUndone) this.#disk.changed(path, old, mayBeLost === true)
    else this.#disk.flushed(path)
  }

  #set(path: string, node: Node): void {
    this.#nodes.set(path, node)
    this.#changed(path)
  }

  #drop(path: string): void {
    if (this.#nodes.delete(path)) this.#changed(path)
  }

  /** Coalesced, as the real one is: told once, after the current turn. */
  #changed(path: string): void {
    for (const watcher of this.#watchers) {
      const concerns = path === watcher.folder || parent(path) === this.#follow(watcher.folder)
      if (!concerns || watcher.told) continue
      watcher.told = true
      setImmediate(() => {
        watcher.told = false
        if (this.#watchers.has(watcher)) watcher.onChange()
      })
    }
  }

  #folders(path: string): void {
    const real = this.#follow(path)
    const found = this.#nodes.get(real)
    if (found && found.kind !== 'directory') throw unwritable('Making', path, 'ENOTDIR')
    if (found) return
    this.#folders(parent(real))
    this.#set(real, newNode('directory', '', 0o700, this.#now()))
  }

  /** Resolves links in every part of the path, whether or not its end exists. */
  #follow(path: string, depth = 0): string {
    if (depth > 40) throw unwritable('Following', path, 'ELOOP')
    let real = ''
    const parts = path.split('/').filter(Boolean)
    for (const [index, part] of parts.entries()) {
      const next = `${real}/${part}`
      const node = this.#nodes.get(next)
      if (node?.kind === 'link') {
        const target = node.text.startsWith('/') ? node.text : `${real}/${node.text}`
        return this.#follow([target, ...parts.slice(index + 1)].join('/'), depth + 1)
      }
      real = next
    }
    return real || '/'
  }
}

let serials = 1

function newNode(kind: Node['kind'], text: string, mode: number, mtimeMs: number): Node {
  return { kind, text, mode, mtimeMs, serial: serials++ }
}

function parent(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/'
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function unwritable(doing: string, path: string, code: string): AppError {
  return new AppError('STORE_UNWRITABLE', `${doing} ${path} failed (${code}).`)
}
