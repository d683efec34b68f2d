/** A real GNOME keyring on a session bus of its own, with no screen: nobody can be asked for its password. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect } from 'vitest'

const PATIENT = { timeout: 10_000 }
const PASSWORD = 'open sesame'
const COLLECTION = '/org/freedesktop/secrets/collection/login'
const UNLOCK = 1 // gnome-keyring's pkcs11/gkd-control-codes.h

export interface SecretService {
  /** For whoever shall use it. */
  readonly env: Readonly<Record<string, string>>
  lock(): void
  /** As PAM does at sign-in. `gnome-keyring-daemon --unlock` would start a second daemon and leave this one locked. */
  unlock(): Promise<void>
  /** As a crash does: the bus starts another one, which is locked, for whoever asks next. */
  kill(): void
  end(): Promise<void>
}

export function hasSecretService(): boolean {
  const has = (program: string) => spawnSync(program, ['--version']).status === 0
  return process.platform === 'linux' && ['gnome-keyring-daemon', 'dbus-daemon'].every(has)
}

/** @param folder private to it */
export async function startSecretService(folder: string): Promise<SecretService> {
  const runtime = join(folder, 'runtime')
  mkdirSync(runtime, { recursive: true, mode: 0o700 })
  const plain = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    XDG_RUNTIME_DIR: runtime,
    XDG_DATA_HOME: join(folder, 'data'),
  }
  // A socket in the file system: an abstract one would be of this network only.
  const at = `--address=unix:path=${join(runtime, 'bus')}`
  const bus = spawn('dbus-daemon', ['--session', '--nofork', at, '--print-address=1'], { env: plain })
  const address = await new Promise<string>((resolve) => {
    bus.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
  })
  const env = { ...plain, DBUS_SESSION_BUS_ADDRESS: address }
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], { env })
  daemon.stdin.end(PASSWORD)

  const ask = (destination: string, path: string, ...words: readonly string[]): string => {
    const args = ['--session', '--print-reply', `--dest=${destination}`, path, ...words]
    return spawnSync('dbus-send', args, { env, encoding: 'utf8' }).stdout
  }
  const secrets = (path: string, ...words: readonly string[]) =>
    ask('org.freedesktop.secrets', path, ...words)
  const isLocked = (): boolean => {
    const property = ['string:org.freedesktop.Secret.Collection', 'string:Locked']
    return !secrets(COLLECTION, 'org.freedesktop.DBus.Properties.Get', ...property).includes('boolean false')
  }
  /** Whichever has the name now: the bus may have started it. */
  const owner = (): number => {
    const reply = ask(
      'org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus.GetConnectionUnixProcessID',
      'string:org.freedesktop.secrets',
    )
    return Number(/uint32 (\d+)/.exec(reply)?.[1])
  }
  await expect.poll(owner, PATIENT).toBeGreaterThan(0) // asked before that, the bus would start another one
  await expect.poll(isLocked, PATIENT).toBe(false)

  return {
    env,
    lock() {
      secrets(
        '/org/freedesktop/secrets',
        'org.freedesktop.Secret.Service.Lock',
        `array:objpath:${COLLECTION}`,
      )
      expect(isLocked()).toBe(true)
    },
    async unlock() {
      isLocked() // starts one where there is none
      await tell(join(runtime, 'keyring', 'control'), UNLOCK, PASSWORD)
      await expect.poll(isLocked, PATIENT).toBe(false)
    },
    kill() {
      process.kill(owner(), 'SIGKILL')
    },
    async end() {
      const last = owner()
      if (last > 0) process.kill(last, 'SIGKILL')
      await Promise.all([ended(bus), ended(daemon)])
    },
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('close', () => resolve())
    child.kill('SIGKILL')
  })
}

/** A zero byte that carries who we are, then length, operation, and one text with its length. */
function tell(socketPath: string, operation: number, word: string): Promise<void> {
  const text = Buffer.from(word)
  const packet = Buffer.alloc(1 + 12 + text.length)
  packet.writeUInt32BE(12 + text.length, 1)
  packet.writeUInt32BE(operation, 5)
  packet.writeUInt32BE(text.length, 9)
  text.copy(packet, 13)
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath, () => socket.write(packet))
    socket.once('error', reject)
    socket.once('data', () => {
      socket.end()
      resolve()
    })
  })
}
