/** What a program and all its processes cost, as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs'

/** Proportional set size of a process and everything below it, in kilobytes: shared pages are counted once. */
export function pssOfTree(pid: number): number {
  return treeOf(pid)
    .map(pssOf)
    .reduce((sum, kilobytes) => sum + kilobytes, 0)
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

function pssOf(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // it ended while we counted
  }
}
