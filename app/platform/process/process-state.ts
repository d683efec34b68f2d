/** Is a process stopped (SIGSTOP, Ctrl-Z, a debugger)? It keeps its locks meanwhile, and goes on where it was. */
import { ask, readOr } from './process-start.ts'

/** What the system says of a process; undefined when it says nothing. */
export interface StateSources {
  /** /proc/PID/stat of Linux. */
  readonly stat: (pid: number) => string | undefined
  /** `ps -o stat=` of macOS. */
  readonly ps: (pid: number) => string | undefined
}

const SYSTEM: StateSources = {
  stat: (pid) => readOr(`/proc/${pid}/stat`, (text) => text),
  ps: (pid) => ask('/bin/ps', ['-o', 'stat=', '-p', String(pid)], (text) => text.trim()),
}

/** False, too, where the system does not tell: Windows suspends threads and says so to nobody. */
export function isSuspended(
  pid: number,
  platform: NodeJS.Platform = process.platform,
  sources: StateSources = SYSTEM,
): boolean {
  if (platform === 'linux') return isStopped(afterName(sources.stat(pid)))
  if (platform === 'darwin') return isStopped(sources.ps(pid))
  return false
}

/** proc(5): the state follows the name, which may hold spaces and brackets of its own. */
function afterName(stat: string | undefined): string | undefined {
  return stat?.slice(stat.lastIndexOf(')') + 2)
}

/** proc(5), ps(1): T stopped by a signal, t by a tracer. */
function isStopped(state: string | undefined): boolean {
  return state?.[0]?.toUpperCase() === 'T'
}
