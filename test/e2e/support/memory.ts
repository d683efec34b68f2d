/** What a program and all its processes cost, as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs'

export interface Memory {
  /** Proportional set size: what it costs beside the programs that run now. */
  readonly pss: number
  /** Without what was read from files: other programs come and go, and with them this program's share of libraries. */
  readonly own: number
}

/** Of a process and everything below it, in megabytes; what they share is counted once. */
export function memoryOf(pid: number): Memory {
  const rollups = treeOf(pid).map((one) => textOf(`/proc/${one}/smaps_rollup`))
  const sum = (...names: readonly string[]) =>
    rollups.flatMap((text) => names.map((name) => kilobytes(text, name))).reduce((a, b) => a + b, 0) / 1024
  return { pss: sum('Pss'), own: sum('Pss_Anon', 'Pss_Shmem') }
}

function treeOf(root: number): readonly number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(Number(name))]),
  )
  const belongs = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === root || belongs(parents.get(pid)))
  return [...parents.keys()].filter(belongs)
}

/** The fourth word of /proc/PID/stat; the second, a name in brackets, may hold anything. */
function parentOf(pid: number): number | undefined {
  const stat = textOf(`/proc/${pid}/stat`)
  const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  return parent > 0 ? parent : undefined
}

function kilobytes(rollup: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0)
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // it ended while we counted
  }
}
