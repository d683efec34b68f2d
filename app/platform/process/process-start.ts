/** When a process started, as the system tells it: with the pid it names one process for good. */
import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

export type Liveness = 'alive' | 'dead' | 'unknown' // in another container: its pids mean nothing here

/** "<boot>.<pid namespace>.<clock ticks since boot>" on Linux, epoch milliseconds elsewhere; "" when the system is silent. */
export function ownStart(): string {
  if (process.platform === 'linux') return `${bootId()}.${pidNamespace()}.${ticksOf(process.pid) ?? ''}`
  if (process.platform === 'darwin') return String(macStart(process.pid) ?? '')
  return String(Math.round(Date.now() - process.uptime() * 1000)) // asking Windows costs half a second
}

export function liveness(pid: number, startedAt?: string): Liveness {
  if (process.platform === 'linux') return linuxLiveness(pid, startedAt)
  if (!exists(pid)) return 'dead'
  if (!startedAt) return 'alive'
  return startMatches(pid, startedAt) ? 'alive' : 'dead'
}

function linuxLiveness(pid: number, startedAt: string | undefined): Liveness {
  const [boot, namespace, ticks] = startedAt?.split('.') ?? []
  if (boot && boot !== bootId()) return 'dead'
  if (namespace && namespace !== pidNamespace()) return 'unknown'
  if (!exists(pid)) return 'dead'
  const now = ticksOf(pid)
  if (now === undefined) return exists(pid) ? 'alive' : 'dead' // /proc may be hidden (hidepid)
  if (now === 'zombie') return 'dead'
  return !ticks || now === ticks ? 'alive' : 'dead'
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' // there, and not ours
  }
}

/** proc(5): field 22 of /proc/PID/stat; the name in field 2 may hold spaces and brackets, so count from its end. */
function ticksOf(pid: number): string | 'zombie' | undefined {
  const fields = readOr(`/proc/${pid}/stat`, (text) => text.slice(text.lastIndexOf(')') + 2).split(' '))
  if (!fields) return undefined
  return fields[0] === 'Z' || fields[0] === 'X' ? 'zombie' : fields[19]
}

let knownBoot: string | undefined
function bootId(): string {
  knownBoot ??=
    readOr('/proc/sys/kernel/random/boot_id', (text) => text.trim().replaceAll('-', '').slice(0, 12)) ?? ''
  return knownBoot
}

let knownNamespace: string | undefined
function pidNamespace(): string {
  if (knownNamespace === undefined) {
    try {
      knownNamespace = readlinkSync('/proc/self/ns/pid').replace(/\D/g, '')
    } catch (error) {
      if (!(error instanceof Error)) throw error
      knownNamespace = '' // not a Linux with namespaces
    }
  }
  return knownNamespace
}

/** @returns undefined when the file is gone, or hidden */
export function readOr<T>(path: string, parse: (text: string) => T): T | undefined {
  try {
    return parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined // gone, or hidden
    throw error
  }
}

const SLACK_MS = 3_000 // Windows: what a process computes for itself against what the system recorded
const REMEMBER_MS = 10_000 // a waiter asks every few milliseconds; ps and PowerShell are slow

const remembered = new Map<string, { readonly matches: boolean; readonly atMs: number }>()

function startMatches(pid: number, startedAt: string): boolean {
  const key = `${pid} ${startedAt}`
  const known = remembered.get(key)
  if (known && Date.now() - known.atMs < REMEMBER_MS) return known.matches
  const now = process.platform === 'darwin' ? macStart(pid) : windowsStart(pid)
  const matches = now === undefined || Math.abs(now - Number(startedAt)) <= SLACK_MS // not told: believe the pid
  remembered.set(key, { matches, atMs: Date.now() })
  return matches
}

/** UTC and C, so that neither travel nor language changes the answer. */
function macStart(pid: number): number | undefined {
  return ask('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], (text) =>
    asTime(Date.parse(`${text.trim()} UTC`)),
  )
}

function windowsStart(pid: number): number | undefined {
  const script = `[DateTimeOffset]::new((Get-Process -Id ${pid}).StartTime).ToUnixTimeMilliseconds()`
  return ask('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', script], (text) =>
    asTime(Number(text)),
  )
}

function asTime(ms: number): number | undefined {
  return Number.isFinite(ms) && ms > 0 ? ms : undefined
}

/** One of the system's own tools. @returns undefined when it is not there, or has nothing to say */
export function ask<T>(
  command: string,
  args: readonly string[],
  parse: (text: string) => T | undefined,
): T | undefined {
  try {
    const text = execFileSync(command, args, {
      encoding: 'utf8',
      timeout: 5_000,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    })
    return parse(text)
  } catch (error) {
    if (error instanceof Error) return undefined // gone meanwhile, or the tool is not there
    throw error
  }
}
