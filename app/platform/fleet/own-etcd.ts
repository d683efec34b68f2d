/**
 * An etcd of the fleet's own on this machine: its certificates, its unit for systemd, and its first user. The program is
 * Debian's (package etcd-server), or one that was named.
 */

import { existsSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { delimiter, isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import { folderOf } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import { type RegisterAddress, RegisterFailure } from '../../base/register.ts'
import { shellWord } from '../../base/shell-word.ts'
import type { OwnRegister, StartByHand } from '../../contract/fleet.ts'
import { Secret } from '../../model/secret.ts'
import { certifyServer, makeAuthority } from './certificate.ts'
import { bootstrapEtcd } from './etcd-bootstrap.ts'
import { ETCD_UNIT, etcdCommand, etcdUnit } from './etcd-unit.ts'

export interface OwnEtcdWish extends Omit<OwnRegister, 'kind'> {
  /** Absent: the first "etcd" in the PATH. */
  readonly program?: string
}

export interface OwnEtcd {
  /** As its first user, who may make others. */
  readonly root: RegisterAddress
  /** What was done, for people. */
  readonly lines: readonly string[]
}

export interface OwnEtcdDeps {
  readonly ports: Pick<Ports, 'clock' | 'files' | 'paths' | 'process' | 'random'>
  readonly env: NodeJS.ProcessEnv
  /** @returns undefined when it went well, else why not */
  readonly run: (program: string, args: readonly string[]) => Promise<string | undefined>
  /** Nothing here could start it: it is waited for until a person has. */
  readonly onByHand: (start: StartByHand) => void
  /** Nobody waits any more. */
  readonly signal?: AbortSignal
}

/** Not etcd's own 2379: Debian's package starts one there as soon as it is installed. */
const PORT = 2389
const START_WAIT_MS = 60_000
/** Somebody opens a terminal first. */
const BY_HAND_WAIT_MS = 15 * 60_000
const USER = 'root'

const schema = z.object({
  version: z.literal(1),
  host: z.string(),
  port: z.number().int(),
  program: z.string(),
  /** Until the fleet is founded; then it is in the sealed file of the membership alone. */
  password: z.string(),
})

/** Again goes on where it was cut. @throws AppError ARGUMENT_INVALID, STORE_UNWRITABLE, FLEET_UNREACHABLE, FLEET_REFUSED; HOST_GONE when `signal` aborted */
export async function installEtcd(deps: OwnEtcdDeps, wish: OwnEtcdWish): Promise<OwnEtcd> {
  const { ports, env, run, onByHand, signal } = deps
  const { files, paths, clock } = ports
  const folder = join(folderOf(paths.vault), 'etcd')
  const file = (name: string): string => join(folder, name)
  const text = await files.readTrusted(file('engine.json'))
  const known = text === undefined ? undefined : schema.safeParse(parseJson(text)).data
  const made = known ?? (await prepare(deps, folder, wish))
  const { host, port, program, password } = made
  const member = `https://${host.includes(':') ? `[${host}]` : host}:${port}`
  const command = etcdCommand({ program, folder, member, port })
  const { line, waitMs } = await start(command)
  const ca = (await files.readTrusted(file('ca.pem'))) ?? ''
  const root = { members: [member], ca, user: USER, password: new Secret(password) }
  try {
    await bootstrapEtcd({ member, ...root }, clock, { waitMs, ...(signal ? { signal } : {}) })
  } catch (error) {
    if (!(error instanceof RegisterFailure)) throw error
    throw notReady(member, command, error)
  }
  return {
    root,
    lines: [line, `It is asked at ${member}. Its data, and the key of its authority, are in ${folder}.`],
  }

  async function start(
    words: readonly string[],
  ): Promise<{ readonly line: string; readonly waitMs: number }> {
    const config = env['XDG_CONFIG_HOME'] ?? join(paths.userHome, '.config')
    const unit = join(config, 'systemd', 'user', ETCD_UNIT)
    const byHand = { command: words.map(shellWord).join(' ') }
    if (ports.process.platform !== 'linux') {
      onByHand(byHand)
      return { line: `${program} is to be started by hand on this system.`, waitMs: BY_HAND_WAIT_MS }
    }
    await files.writeAtomic(unit, etcdUnit(words, folder))
    const trouble =
      (await run('systemctl', ['--user', 'daemon-reload'])) ??
      (await run('systemctl', ['--user', 'enable', '--now', ETCD_UNIT]))
    if (trouble === undefined) {
      const line = `Wrote ${unit}, and started it. To keep it running: loginctl enable-linger`
      return { line, waitMs: START_WAIT_MS }
    }
    onByHand({ why: `systemd could not start it (${trouble}).`, ...byHand })
    return { line: `Wrote ${unit}.`, waitMs: BY_HAND_WAIT_MS }
  }
}

/** The password is needed here no more. */
export async function etcdIsTaken({ files, paths }: Pick<Ports, 'files' | 'paths'>): Promise<void> {
  await files.remove(join(folderOf(paths.vault), 'etcd', 'engine.json'))
}

async function prepare(
  { ports, env }: OwnEtcdDeps,
  folder: string,
  { host = ports.process.hostname, port = PORT, program }: OwnEtcdWish,
): Promise<z.infer<typeof schema>> {
  const { files, clock, random } = ports
  if ((await files.stat(join(folder, 'data'))) !== undefined) throw isThere(folder)
  if (!/^(?!-)[\w.:-]{1,253}$/.test(host)) throw noHost(host)
  const found = program ?? programIn(env)
  if (found === undefined || !isAbsolute(found) || !existsSync(found)) throw noProgram(program)
  const authority = makeAuthority('Lamplighter fleet', clock.now())
  const server = certifyServer(authority, hostsOf(host), clock.now())
  await files.writeAtomic(join(folder, 'ca.pem'), authority.certificate)
  await files.writeAtomic(join(folder, 'ca-key.pem'), authority.key)
  await files.writeAtomic(join(folder, 'server.pem'), server.certificate)
  await files.writeAtomic(join(folder, 'server-key.pem'), server.key)
  const made = { version: 1, host, port, program: found, password: random.token(32) } as const
  await files.writeAtomic(join(folder, 'engine.json'), `${JSON.stringify(made)}\n`)
  return made
}

/** Whatever this machine may be called by others. */
function hostsOf(host: string): readonly string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? [])
  const own = addresses.map(({ address }) => address.split('%')[0] ?? '')
  const local = host.includes('.') || host.includes(':') ? [] : [`${host}.local`]
  return [...new Set([host, ...local, 'localhost', '127.0.0.1', '::1', ...own])]
}

function programIn(env: NodeJS.ProcessEnv): string | undefined {
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin']
  return folders.map((folder) => join(folder, 'etcd')).find((path) => isAbsolute(path) && existsSync(path))
}

function noHost(host: string): AppError {
  return new AppError('ARGUMENT_INVALID', `"${host}" is no name or address of a machine.`, {
    hint: 'Give what other machines call this one: attic.local, or 10.0.0.1',
  })
}

function noProgram(named: string | undefined): AppError {
  const message = named === undefined ? 'There is no etcd on this machine.' : `There is no program ${named}.`
  return new AppError('ARGUMENT_INVALID', message, {
    hint: 'On Debian: apt install etcd-server (before 13: etcd), and switch off the service that comes with it: systemctl disable --now etcd. Or name a program, in a terminal: lamplighter fleet found NAME --here --program /path/to/etcd',
  })
}

function isThere(folder: string): AppError {
  return new AppError('ARGUMENT_INVALID', `There is an etcd of an earlier fleet in ${folder}.`, {
    hint: 'To begin anew, end it and move that folder away. To use it, name it: --etcd https://HOST:PORT --ca ca.pem',
  })
}

function notReady(member: string, command: readonly string[], error: RegisterFailure): AppError {
  const isOther = error.reason === 'denied'
  return new AppError(
    isOther ? 'FLEET_REFUSED' : 'FLEET_UNREACHABLE',
    isOther ? `What answers at ${member} has other users already.` : `etcd does not answer at ${member}.`,
    {
      hint: isOther
        ? 'Another etcd may run there: give this one another port.'
        : `See what it says: journalctl --user -u ${ETCD_UNIT}. Or start it by hand: ${command.map(shellWord).join(' ')}. Then do the same again.`,
      cause: error.message,
    },
  )
}
