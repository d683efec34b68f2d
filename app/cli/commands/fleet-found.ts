/** `fleet found NAME`: on an etcd or a PostgreSQL that is there already, or on an etcd of its own. */
import { AppError } from '../../base/errors.ts'
import type { RegisterAddress } from '../../base/register.ts'
import { Secret } from '../../model/secret.ts'
import { etcdIsTaken } from '../../platform/fleet/own-etcd.ts'
import { type Io, printJson } from '../io/command.ts'
import { EXIT, type ExitCode } from '../io/exit-codes.ts'
import { beginningOf } from '../io/given-file.ts'
import type { FleetAsked } from './fleet-asked.ts'

const MOST_BYTES = 64 * 1024

export async function foundFleet(asked: FleetAsked): Promise<ExitCode> {
  const { core, ports, word: name, flags, io } = asked
  const root = flags.here ? await ownRoot(asked) : await givenRoot(asked)
  const view = await core.fleet.found({ name, machineName: flags.name ?? ports.process.hostname, root })
  if (flags.here) await etcdIsTaken(ports)
  if (flags.json) printJson(io, { fleet: view })
  else {
    io.out(`The fleet "${view.name}" is founded. This machine is its first keeper, and its administrator.`)
    io.out(
      'Next: lamplighter fleet invite, on another machine lamplighter fleet join, and lamplighter fleet share LOGIN.',
    )
  }
  return EXIT.ok
}

async function ownRoot({ ports, ownEtcd, flags, io }: FleetAsked): Promise<RegisterAddress> {
  if (!ownEtcd) throw new AppError('AUTOSTART_UNAVAILABLE', 'Nothing can be installed from here.')
  const { host, program } = flags
  const wish = {
    ...(host === undefined ? {} : { host }),
    ...(flags.port === undefined ? {} : { port: portOf(flags.port) }),
    ...(program === undefined ? {} : { program }),
  }
  const stop = new AbortController()
  io.onInterrupt(() => stop.abort())
  const { root, lines } = await ownEtcd(wish, {
    ports,
    signal: stop.signal,
    onByHand: ({ why, command }) =>
      io.err([why, `Start it, and have it started with the machine: ${command}`].filter(Boolean).join(' ')),
  })
  if (!flags.json) for (const line of lines) io.out(line)
  return root
}

function portOf(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_535) return port
  throw new AppError('ARGUMENT_INVALID', `"${text}" is not a port.`, {
    hint: 'Give a number, as in --port 2389.',
  })
}

async function givenRoot({ flags, io }: FleetAsked): Promise<RegisterAddress> {
  const { etcd, postgres } = flags
  const given = etcd ?? postgres
  if (given === undefined || (etcd !== undefined && postgres !== undefined)) {
    throw new AppError(
      'ARGUMENT_INVALID',
      'A fleet needs one etcd, or one PostgreSQL, that its machines reach.',
      {
        hint: 'On a machine that is always on: --here. Or name one: --etcd https://HOST:2379 --ca FILE, or --postgres postgres://HOST/DATABASE --ca FILE.',
      },
    )
  }
  const ca = flags.ca === undefined ? {} : { ca: await beginningOf(flags.ca, 'The authority', MOST_BYTES) }
  const members = given.split(',').map((one) => one.trim())
  const user = flags.user ?? (etcd === undefined ? 'postgres' : 'root')
  return { members, user, password: await passwordOf(user, flags, io), ...ca }
}

async function passwordOf(
  user: string,
  { passwordFile, stdin }: { readonly passwordFile?: string; readonly stdin: boolean },
  io: Io,
): Promise<Secret> {
  if (passwordFile !== undefined) {
    return new Secret((await beginningOf(passwordFile, 'The password', MOST_BYTES)).trim())
  }
  if (stdin) return new Secret(await firstLine(io))
  if (io.terminal) return io.terminal.askSecret(`Password of ${user}, who may make users there: `)
  throw new AppError('ARGUMENT_INVALID', `Nobody is here to type the password of ${user}.`, {
    hint: 'Give it with --password-file FILE or --stdin.',
  })
}

export async function firstLine(io: Io): Promise<string> {
  for await (const line of io.lines()) if (line.trim() !== '') return line.trim()
  return ''
}
