/** What a power cut leaves of the files: what was flushed is there; of the rest, the worst that a file system may do. */

export interface Kept {
  readonly text: string
}

/** What becomes of what was written and not flushed. */
export type AfterCut = 'old' | 'new' | 'blank'

interface Unflushed<T> {
  /** What is on the disk for certain; undefined: nothing of that name. */
  readonly old: T | undefined
  /** Its text was not flushed either: the name may be there, and nothing in it. */
  readonly mayBeBlank: boolean
}

export class Durability<T extends Kept> {
  readonly #unflushed = new Map<string, Unflushed<T>>()

  /** @param before what was there until now */
  changed(path: string, before: T | undefined, mayBeBlank: boolean): void {
    const already = this.#unflushed.get(path)
    this.#unflushed.set(path, {
      old: already ? already.old : before,
      mayBeBlank: mayBeBlank || already?.mayBeBlank === true,
    })
  }

  flushed(path: string): void {
    this.#unflushed.delete(path)
  }

  /** The text was flushed and the name was there before: a name that was not flushed stays in doubt. */
  textFlushed(path: string): void {
    const already = this.#unflushed.get(path)
    if (already?.old !== undefined) this.#unflushed.delete(path)
    else if (already) this.#unflushed.set(path, { ...already, mayBeBlank: false })
  }

  /** @returns what is to be put where: undefined removes it, and what is left out stays */
  cut(afterOf: (path: string) => AfterCut): readonly (readonly [string, T | undefined | 'blank'])[] {
    const all = [...this.#unflushed].map(([path, file]) => ({ path, ...file, after: afterOf(path) }))
    this.#unflushed.clear()
    return all
      .filter(({ after }) => after !== 'new')
      .map(({ path, old, mayBeBlank, after }) => [path, after === 'blank' && mayBeBlank ? 'blank' : old])
  }
}
