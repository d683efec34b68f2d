/**
 * A network and a table of hosts of its own: a program in it reaches this machine's loopback and what a test puts at an
 * address there, under the names that it is used to, and nothing else. Linux only.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Set aside for tests of networks (RFC 2544): programs that refuse private addresses take this one. */
export const ADDRESS = '198.18.0.1'
const SETUP = `ip link set lo up && ip addr add ${ADDRESS}/15 dev lo && mount --bind "$1" /etc/hosts && shift && exec "$@"`

const isRoot = process.getuid?.() === 0
const MAKE = isRoot ? ['-mn'] : ['-rmn']

/** Needs root, or a system that lets a person have namespaces; and `ip`. */
export function canHaveNamespace(): boolean {
  if (process.platform !== 'linux') return false
  return spawnSync('unshare', [...MAKE, 'ip', 'link', 'set', 'lo', 'up']).status === 0
}

export class Namespace {
  /** Lives as long as the namespace; may say things (`process.send`) and be told. */
  readonly keeper: ChildProcess

  /** @param script a Node.js module that keeps it open */
  constructor(folder: string, names: readonly string[], script: string, words: readonly string[]) {
    const hosts = join(folder, 'hosts')
    writeFileSync(hosts, `127.0.0.1 localhost\n${ADDRESS} ${names.join(' ')}\n`)
    const inside = ['sh', '-c', SETUP, 'sh', hosts, process.execPath, script, ...words]
    this.keeper = spawn('unshare', [...MAKE, '--', ...inside], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
  }

  /** The words that start a program in it. */
  words(program: string, ...words: readonly string[]): readonly [string, ...string[]] {
    const own = isRoot ? ['-m', '-n'] : ['-U', '-m', '-n', '--preserve-credentials']
    return ['nsenter', '-t', String(this.keeper.pid), ...own, '--', program, ...words]
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.keeper.once('close', resolve))
    this.keeper.kill('SIGKILL')
    await ended
  }
}
