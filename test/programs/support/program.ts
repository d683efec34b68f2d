/** A program of others from the cache folder that scripts/programs.mjs fills, run on a throw-away home. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const cache = process.env['LAMPLIGHTER_PROGRAMS']

/** Where its packages are; undefined where it was not fetched. */
export function packagesOf(name: string): string | undefined {
  if (cache === undefined || !existsSync(cache)) return undefined
  const start = `${name.replace('@', '').replace('/', '-')}-`
  const folder = readdirSync(cache).find((one) => one.startsWith(start))
  const packages = folder && join(cache, folder, 'node_modules')
  return packages && existsSync(join(packages, name, 'package.json')) ? packages : undefined
}

const node = packagesOf(`node-linux-${process.arch}`)
/** For programs that ask for a newer Node.js than ours may be. */
export const node24 = node && join(node, `node-linux-${process.arch}`, 'bin', 'node')

export interface DebianProgram {
  readonly version: string
  /** What would be the root of the file system if it were installed. */
  readonly root: string
}

/** Each version of a Debian package that was unpacked, oldest first. */
export function debianPackages(name: string): readonly DebianProgram[] {
  if (cache === undefined || !existsSync(cache)) return []
  return readdirSync(cache).flatMap((folder) => {
    const [, found, version] = /^[a-z]+-(.+)-([\d.]+)$/.exec(folder) ?? []
    return found === name && version !== undefined ? [{ version, root: join(cache, folder) }] : []
  })
}

export class Program {
  readonly #child: ChildProcess
  readonly #ended: Promise<number | null>
  #printed = ''
  #told = ''

  constructor(file: string, words: readonly string[], env: Readonly<Record<string, string>>) {
    this.#child = spawn(file, words, { env, stdio: ['pipe', 'pipe', 'pipe'] })
    this.#child.stdout?.on('data', (chunk) => {
      this.#printed += chunk
    })
    this.#child.stderr?.on('data', (chunk) => {
      this.#told += chunk
    })
    this.#ended = new Promise((resolve) => this.#child.on('close', resolve))
  }

  get printed(): string {
    return this.#printed
  }

  /** Whole lines so far. */
  get lines(): readonly string[] {
    return this.#printed.split('\n').slice(0, -1)
  }

  /** What it says of itself: for the message of a test that failed. */
  get told(): string {
    return this.#told
  }

  write(line: string): void {
    this.#child.stdin?.write(`${line}\n`)
  }

  /** By itself; with its code. */
  get ended(): Promise<number | null> {
    return this.#ended
  }

  async end(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }
}
