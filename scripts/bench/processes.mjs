// What a program and everything it started costs, as Linux counts it.
import { readdirSync, readFileSync } from 'node:fs'

/**
 * The whole tree, megabytes, what its processes share counted once. Without what was read from files: that depends on
 * which other programs happen to use the same ones.
 */
export function memoryOf(root) {
  const kilobytes = treeOf(root).flatMap((pid) => {
    const rollup = textOf(`/proc/${pid}/smaps_rollup`)
    return [...rollup.matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+)/gm)].map(([, number]) => Number(number))
  })
  return kilobytes.reduce((a, b) => a + b, 0) / 1024
}

/** How often the tree's threads went to sleep by themselves: each time, something had woken them. */
export function wakeUpsOf(root) {
  let count = 0
  for (const pid of treeOf(root)) {
    for (const task of namesIn(`/proc/${pid}/task`)) {
      const status = textOf(`/proc/${pid}/task/${task}/status`)
      count += Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(status)?.[1] ?? 0)
    }
  }
  return count
}

function treeOf(root) {
  const parents = new Map(
    namesIn('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  )
  const belongs = (pid) => pid === root || (parents.has(pid) && belongs(parents.get(pid)))
  return [...parents.keys()].filter(belongs)
}

/** The second field of /proc/PID/stat is a name in brackets, and may hold anything. */
function parentOf(pid) {
  const stat = textOf(`/proc/${pid}/stat`)
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function namesIn(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return [] // it ended while we counted
  }
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // it ended while we counted
  }
}
