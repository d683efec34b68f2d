/** What a process has started, by name. Linux. */
import { readdirSync, readFileSync } from 'node:fs'

export function childrenOf(pid: number, name: string): readonly number[] {
  return readdirSync('/proc')
    .filter((one) => /^\d+$/.test(one))
    .map(Number)
    .filter((one) => {
      // proc_pid_stat(5): pid (comm) state ppid
      const [, comm, parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(statOf(one)) ?? []
      return comm === name && Number(parent) === pid
    })
}

/** Empty once it is gone. */
function statOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}
