/** Files that remember what was read through them while somebody wants to know. */
import { AppError } from '../../base/errors.ts'
import type { FileStat, Files } from '../../base/ports.ts'
import { isTooYoung, placeSignature, wholeSignature } from './signature.ts'

/** By path, what it looked like before it was read. */
export type Reads = ReadonlyMap<string, string>

const MOST = 500 // paths: checking them has to stay cheaper than a look

export class ReadRecorder {
  /** Hand these out instead. */
  readonly files: Files
  readonly #inner: Files
  #reads: Map<string, string> | undefined
  #startedMs = 0
  #isSpoiled = false
  #isYoung = false
  readonly #pinned: string
  #pinnedLooks: string | undefined

  /** @param pinned read now and then, and what it said stays in force: always among the reads */
  constructor(inner: Files, pinned: string) {
    this.#inner = inner
    this.#pinned = pinned
    const whole = <T>(path: string, read: () => Promise<T>): Promise<T> =>
      this.#wants(path) ? this.#note(path, wholeSignature).then(read) : read()
    const place = <T>(path: string, read: () => Promise<T>): Promise<T> =>
      this.#wants(path) ? this.#note(path, placeSignature).then(read) : read()
    this.files = {
      read: (path) => whole(path, () => inner.read(path)),
      readBytes: (path) => whole(path, () => inner.readBytes(path)),
      list: (path) => whole(path, () => inner.list(path)),
      stat: (path) => place(path, () => inner.stat(path)),
      realPath: (path) => place(path, () => inner.realPath(path)),
      canWrite: (path) => place(path, () => inner.canWrite(path)),
      writeAtomic: (path, text, options) => inner.writeAtomic(path, text, options),
      createExclusive: (path, text, options) => inner.createExclusive(path, text, options),
      append: (path, text) => inner.append(path, text),
      appendFlushing: (path, text) => inner.appendFlushing(path, text),
      flush: (path) => inner.flush(path),
      remove: (path) => inner.remove(path),
      rename: (from, to) => inner.rename(from, to),
      makeFolder: (path) => inner.makeFolder(path),
      makeFolderExclusive: (path) => inner.makeFolderExclusive(path),
      removeFolder: (path) => inner.removeFolder(path),
      touch: (path) => inner.touch(path),
      watch: (folder, onChange) => inner.watch(folder, onChange),
    }
  }

  start(nowMs: number): void {
    this.#reads = new Map(this.#pinnedLooks === undefined ? [] : [[this.#pinned, this.#pinnedLooks]])
    this.#startedMs = nowMs
    this.#isSpoiled = false
    this.#isYoung = false
  }

  /** `young`: right, and nothing to rely on, since a change within the same tick of the disk's clock would not show. */
  stop(): { readonly reads: Reads; readonly isYoung: boolean } | undefined {
    const reads = this.#reads
    this.#reads = undefined
    return reads && !this.#isSpoiled ? { reads, isYoung: this.#isYoung } : undefined
  }

  #wants(path: string): boolean {
    return path === this.#pinned || (this.#reads !== undefined && !this.#isSpoiled)
  }

  async #note(path: string, sign: (stat: FileStat | undefined) => string): Promise<void> {
    let stat: FileStat | undefined
    try {
      stat = await this.#inner.stat(path)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      this.#isSpoiled = true // the read itself will say what is wrong
      return
    }
    const signature = sign(stat)
    if (path === this.#pinned) this.#pinnedLooks = signature
    const before = this.#reads?.get(path)
    if (before === undefined || before.startsWith('place')) this.#reads?.set(path, signature)
    else if (before !== signature && signature.startsWith('whole')) this.#isSpoiled = true // it changed meanwhile
    if (stat && signature.startsWith('whole') && isTooYoung(stat, this.#startedMs)) this.#isYoung = true
    if ((this.#reads?.size ?? 0) > MOST) this.#isSpoiled = true
  }
}
