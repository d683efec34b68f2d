/** Real machines on one: an `sshd` for each on a high port of the loopback, with its own host key, home and Lamplighter. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { bundleForNode } from './bundle.ts'
import { clearFolder } from './clear-folder.ts'
import { type Home, makeHome } from './home.ts'

export interface Site {
  /** For LAMPLIGHTER_SSH: knows every machine of this site by its name. */
  readonly ssh: string
  /** The built command line. */
  readonly cli: string
  machine(name: string, options?: { readonly lamplighter?: boolean }): Promise<SshMachine>
  close(): Promise<void>
}

export interface SshMachine {
  readonly name: string
  readonly home: Home
  /** The environment of a process there. */
  readonly env: Record<string, string>
  readonly pid: number
  /** A new installation under the old name: another host key. */
  changeHostKey(): Promise<void>
  /** SIGSTOP to the server and everything it started: the machine is asleep. */
  sleep(): void
  wakeUp(): void
  /** Ends every connection, as a cable that is pulled out. */
  cut(): void
}

export async function makeSite(): Promise<Site> {
  const root = await mkdtemp(join(tmpdir(), 'lamplighter-ssh-'))
  const cli = await bundleForNode('app/cli/main.ts', 'nodes-cli')
  const bin = join(root, 'bin')
  mkdirSync(bin)
  // As on a machine that has it installed; Node.js itself is found wherever this test found it.
  writeFileSync(join(bin, 'lamplighter'), `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`)
  chmodSync(join(bin, 'lamplighter'), 0o755)
  const userKey = makeKey(join(root, 'id'))
  const config = join(root, 'ssh_config')
  const known = join(root, 'known_hosts')
  writeFileSync(config, '')
  writeFileSync(known, '')
  const ssh = `ssh -F ${config}`
  const machines: Running[] = []

  return {
    ssh,
    cli,
    async machine(name, { lamplighter = true } = {}) {
      const home = await makeHome()
      const path = lamplighter ? [bin, '/usr/bin', '/bin'] : ['/usr/bin', '/bin']
      const env = {
        ...home.env,
        PATH: path.join(delimiter),
        LAMPLIGHTER_SSH: ssh,
        LAMPLIGHTER_LOG: process.env['LAMPLIGHTER_LOG'] ?? 'silent',
      }
      const running = new Running({ root, name, home, env, authorized: `${userKey}.pub`, config, known })
      machines.push(running)
      await running.start()
      return running
    },
    async close() {
      for (const machine of machines) await machine.end()
      await clearFolder(root)
    },
  }
}

interface Parts {
  readonly root: string
  readonly name: string
  readonly home: Home
  readonly env: Record<string, string>
  readonly authorized: string
  readonly config: string
  readonly known: string
}

class Running implements SshMachine {
  readonly #parts: Parts
  #port = 0
  #server: ChildProcess | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get name(): string {
    return this.#parts.name
  }

  get home(): Home {
    return this.#parts.home
  }

  get env(): Record<string, string> {
    return this.#parts.env
  }

  get pid(): number {
    return this.#server?.pid ?? 0
  }

  async start(): Promise<void> {
    const { root, name, env, authorized, config, known } = this.#parts
    this.#port ||= await freePort()
    const key = makeKey(join(root, `host-${name}`))
    const file = join(root, `sshd-${name}.conf`)
    const settings = [
      `Port ${this.#port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${key}`,
      `AuthorizedKeysFile ${authorized}`,
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'StrictModes no', // the temporary folder belongs to whoever runs the test
      'UsePAM no',
      'PidFile none',
      'PermitRootLogin yes',
      `SetEnv ${Object.entries(env)
        .map(([variable, value]) => `${variable}="${value}"`)
        .join(' ')}`,
    ]
    writeFileSync(file, `${settings.join('\n')}\n`)
    if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 })
    if (!this.#isKnown) {
      const publicKey = execFileSync('ssh-keygen', ['-y', '-f', key], { encoding: 'utf8' }).trim()
      append(known, `[127.0.0.1]:${this.#port} ${publicKey}\n`)
      append(
        config,
        [
          `Host ${name}`,
          '  HostName 127.0.0.1',
          `  Port ${this.#port}`,
          `  User ${userInfo().username}`,
          `  IdentityFile ${authorized.replace(/\.pub$/, '')}`,
          '  IdentitiesOnly yes',
          `  UserKnownHostsFile ${known}`,
          '  GlobalKnownHostsFile /dev/null',
          '',
        ].join('\n'),
      )
      this.#isKnown = true
    }
    this.#server = spawn(sshd(), ['-D', '-e', '-f', file], { stdio: ['ignore', 'ignore', 'pipe'] })
    await answers(this.#port, this.#server)
  }

  #isKnown = false

  async changeHostKey(): Promise<void> {
    await this.#stop()
    await rm(join(this.#parts.root, `host-${this.name}`))
    await rm(join(this.#parts.root, `host-${this.name}.pub`))
    await this.start()
  }

  sleep(): void {
    for (const pid of [...descendants(this.pid), this.pid]) signal(pid, 'SIGSTOP')
  }

  wakeUp(): void {
    for (const pid of [...descendants(this.pid), this.pid]) signal(pid, 'SIGCONT')
  }

  cut(): void {
    for (const pid of descendants(this.pid)) signal(pid, 'SIGKILL')
  }

  async end(): Promise<void> {
    await this.#stop()
    await this.home.remove()
  }

  async #stop(): Promise<void> {
    const server = this.#server
    if (!server || server.exitCode !== null) return
    const gone = new Promise((resolve) => server.once('exit', resolve))
    this.wakeUp()
    this.cut()
    server.kill('SIGKILL')
    await gone
  }
}

function sshd(): string {
  const found = ['/usr/sbin/sshd', '/usr/local/sbin/sshd', '/sbin/sshd'].find((path) => existsSync(path))
  if (!found) throw new Error('openssh-server is not installed')
  return found
}

function makeKey(path: string): string {
  if (!existsSync(path)) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path])
  return path
}

function append(path: string, text: string): void {
  writeFileSync(path, text, { flag: 'a' })
}

function descendants(pid: number): readonly number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const below = (parent: number): readonly number[] =>
    pairs.filter(([, ppid]) => ppid === parent).flatMap(([child = 0]) => [child, ...below(child)])
  return below(pid)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // it ended by itself
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Until it takes connections. */
async function answers(port: number, server: ChildProcess): Promise<void> {
  let words = ''
  server.stderr?.on('data', (text) => {
    words = `${words}${text}`.slice(-2000)
  })
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) throw new Error(`sshd ended: ${words}`)
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('error', () => resolve(false))
    })
    if (isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`sshd does not listen: ${words}`)
}
