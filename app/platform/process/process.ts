import { hostname } from 'node:os'
import type { Process } from '../../base/ports.ts'
import { liveness, ownStart } from './process-start.ts'
import { isSuspended } from './process-state.ts'

export function createProcess(label: string, env: NodeJS.ProcessEnv): Process {
  let started: string | undefined
  return {
    pid: process.pid,
    label,
    hostname: hostname(),
    platform: platform(),
    get startedAt() {
      started ??= ownStart() // asks another program on macOS, so only when somebody wants to know
      return started
    },
    /** In another container counts as alive: we cannot see that it is dead. */
    isAlive: (pid, startedAt) => liveness(pid, startedAt) !== 'dead',
    isSuspended: (pid) => isSuspended(pid),
    env: (name) => env[name],
  }
}

function platform(): Process['platform'] {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
}
