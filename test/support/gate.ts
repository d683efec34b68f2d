/** Where processes wait for each other (caller.ts), so that they begin at once, however long each took to start. */
import { readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect } from 'vitest'
import type { Home } from './home.ts'

const PATIENT = { timeout: 100_000 }

export interface Gate {
  /** For the processes. */
  readonly path: string
  /** Once so many wait before it. */
  open(count: number): Promise<void>
  /** Until so many have asked for what they came for. */
  passed(count: number): Promise<void>
}

export function makeGate(home: Home): Gate {
  const path = join(home.path, 'gate')
  const marks = (what: string) => () =>
    readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.${what}.`))
  return {
    path,
    async open(count) {
      await expect.poll(marks('ready'), PATIENT).toHaveLength(count)
      writeFileSync(path, '')
    },
    passed: (count) => expect.poll(marks('passed'), PATIENT).toHaveLength(count),
  }
}
