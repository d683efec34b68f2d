import type { Process } from '../../app/base/ports.ts'

export class FakeProcess implements Process {
  readonly pid: number
  readonly label: string
  readonly hostname: string
  readonly platform: Process['platform'] = 'linux'
  readonly startedAt: string
  readonly variables: Record<string, string> = {}
  /** "pid startedAt" and "pid" of everything that runs besides us. */
  readonly #running = new Set<string>()
  /** Stopped until `delete`. */
  readonly suspended = new Set<number>()

  constructor({
    pid = 4711,
    label = 'lamplighter test',
    startedAt = 'boot.1.100',
    hostname = 'node-a',
  } = {}) {
    this.hostname = hostname
    this.pid = pid
    this.label = label
    this.startedAt = startedAt
    this.start(pid, startedAt)
  }

  start(pid: number, startedAt: string): void {
    this.#running.add(`${pid}`).add(`${pid} ${startedAt}`)
  }

  end(pid: number): void {
    for (const name of this.#running) {
      if (name === `${pid}` || name.startsWith(`${pid} `)) this.#running.delete(name)
    }
  }

  isAlive(pid: number, startedAt?: string): boolean {
    return this.#running.has(startedAt === undefined ? `${pid}` : `${pid} ${startedAt}`)
  }

  isSuspended(pid: number): boolean {
    return this.suspended.has(pid)
  }

  env(name: string): string | undefined {
    return this.variables[name]
  }
}
