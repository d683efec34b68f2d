/** An OpenClaw that rewrites its files and rows on many machines. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Home } from './home.ts'
import { rowPath } from './openclaw-holders.ts'
import type { Seeded } from './seeded.ts'

const WRITER = join(import.meta.dirname, 'openclaw-writer.mjs')

/** OpenClaw on all machines; it is killed now and then, with a lock in its hand or without. */
export class OpenClawWriters {
  readonly #words: string
  #child: ChildProcess | undefined
  started = 0

  constructor(homes: readonly Home[]) {
    const files = homes.map(({ agentFile }) => agentFile('main'))
    this.#words = JSON.stringify({ files, rows: homes.map(({ openclaw }) => rowPath(openclaw)) })
  }

  async rage(chance: Seeded, forMs: number): Promise<void> {
    for (const until = Date.now() + forMs; Date.now() < until; ) {
      this.started++
      this.#child = spawn(process.execPath, [WRITER, this.#words], { stdio: ['pipe', 'ignore', 'inherit'] })
      await pause(chance.between(2_000, 5_000))
      await this.kill()
    }
  }

  async kill(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
}
