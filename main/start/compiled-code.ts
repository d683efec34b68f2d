/**
 * The application's code as V8 compiled it, in a file: to compile it anew takes a fifth of a start. V8 takes it back only
 * from the same V8 with the same flags; what is damaged, old or of another build is compiled as if it were not there.
 */
import { createHash } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire, wrap } from 'node:module'
import { join } from 'node:path'
import { constants, Script } from 'node:vm'

/** Of Node.js, and large: loaded when something of them is used, which is after a start. */
const LATER = new Set(['node:http', 'node:https', 'node:tls', 'node:v8'])
/** The start is over, and what it compiled has not been given back yet. */
const KEPT_AFTER_MS = 3_000
const DIGEST = 'sha256'
const DIGEST_BYTES = 32
const LENGTH_BYTES = 4

interface Loaded {
  readonly script: Script
  readonly module: { exports: unknown }
}

export class CompiledCode {
  readonly #folder: string
  readonly #path: string | undefined
  readonly #require: NodeJS.Require
  readonly #kept: ReadonlyMap<string, Buffer>
  readonly #loaded = new Map<string, Loaded>()

  /** @param folder of the files with the code @param path of the file that keeps it compiled; nothing is kept without one */
  constructor(folder: string, path: string | undefined) {
    this.#folder = folder
    this.#path = path
    this.#require = createRequire(join(folder, 'any.cjs'))
    this.#kept = path === undefined ? new Map() : readKept(path)
  }

  /** What that file of the folder exports, a CommonJS module. */
  load(name: string): unknown {
    const known = this.#loaded.get(name)
    if (known) return known.module.exports
    const filename = join(this.#folder, name)
    const cachedData = this.#kept.get(name)
    const script = new Script(wrap(readFileSync(filename, 'latin1')), {
      filename,
      ...(cachedData ? { cachedData } : {}),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    })
    const module = { exports: {} }
    this.#loaded.set(name, { script, module })
    const require = (id: string): unknown => {
      if (id.startsWith('./')) return this.load(id.slice(2))
      return LATER.has(id) ? this.#later(id) : this.#require(id)
    }
    script.runInThisContext()(module.exports, require, module, filename, this.#folder)
    return module.exports
  }

  #later(id: string): object {
    const real = (): object => this.#require(id) as object
    return new Proxy(
      {},
      {
        get: (_target, name) => Reflect.get(real(), name),
        has: (_target, name) => Reflect.has(real(), name),
        ownKeys: () => Reflect.ownKeys(real()),
        getOwnPropertyDescriptor: (_target, name) => Reflect.getOwnPropertyDescriptor(real(), name),
      },
    )
  }

  /** Where this start found less than there is. */
  keepSoon(): void {
    const isKept = ({ script }: Loaded): boolean => script.cachedDataRejected === false
    const path = this.#path
    if (path === undefined || [...this.#loaded.values()].every(isKept)) return
    setTimeout(() => this.#keep(path), KEPT_AFTER_MS).unref()
  }

  #keep(path: string): void {
    const parts = [...this.#loaded].map(([name, { script }]) => ({ name, code: script.createCachedData() }))
    const names = Buffer.from(JSON.stringify(parts.map(({ name, code }) => [name, code.length])))
    const length = Buffer.alloc(LENGTH_BYTES)
    length.writeUInt32LE(names.length)
    const body = Buffer.concat([length, names, ...parts.map(({ code }) => code)])
    const fresh = `${path}.${process.pid}`
    try {
      writeFileSync(fresh, Buffer.concat([digestOf(body), body]), { mode: 0o600 })
      renameSync(fresh, path)
    } catch {
      // A full disk, a folder that may not be written: the next start compiles again, which nobody needs to be told.
      rmSync(fresh, { force: true })
    }
  }
}

/** None where there is no file, or not the one that was written. */
function readKept(path: string): ReadonlyMap<string, Buffer> {
  const kept = new Map<string, Buffer>()
  try {
    const all = readFileSync(path)
    const body = all.subarray(DIGEST_BYTES)
    if (!digestOf(body).equals(all.subarray(0, DIGEST_BYTES))) return kept
    let at = LENGTH_BYTES + body.readUInt32LE()
    for (const [name, length] of JSON.parse(body.toString('utf8', LENGTH_BYTES, at))) {
      kept.set(name, body.subarray(at, at + length))
      at += length
    }
  } catch {
    return new Map() // the first start, or nothing that could be read: as above
  }
  return kept
}

function digestOf(bytes: Buffer): Buffer {
  return createHash(DIGEST).update(bytes).digest()
}
