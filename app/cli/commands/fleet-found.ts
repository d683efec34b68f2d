/** `fleet found NAME`: on an etcd that is there already. */
import { AppError } from '../../base/errors.ts'
import { Secret } from '../../model/secret.ts'
import { type Io, printJson } from '../io/command.ts'
import { EXIT, type ExitCode } from '../io/exit-codes.ts'
import { beginningOf } from '../io/given-file.ts'
import type { FleetAsked } from './fleet-asked.ts'

const MOST_BYTES = 64 * 1024

export async function foundFleet(asked: FleetAsked): Promise<ExitCode> {
  const { core, ports, word: name, flags, io } = asked
  if (flags.etcd === undefined) {
    throw new AppError('ARGUMENT_INVALID', 'A fleet needs an etcd that its machines reach.', {
      hint: 'Name it: --etcd https://HOST:2379 --ca FILE. docs/fleet.md says how to set one up.',
    })
  }
  const ca = flags.ca === undefined ? {} : { ca: await beginningOf(flags.ca, 'The authority', MOST_BYTES) }
  const view = await core.fleet.found({
    name,
    machineName: flags.name ?? ports.process.hostname,
    root: {
      members: flags.etcd.split(',').map((one) => one.trim()),
      user: flags.user ?? 'root',
      password: await passwordOf(flags, io),
      ...ca,
    },
  })
  if (flags.json) printJson(io, { fleet: view })
  else {
    io.out(`The fleet "${view.name}" is founded. This machine is its first keeper, and its administrator.`)
    io.out(
      'Next: lamplighter fleet invite, on another machine lamplighter fleet join, and lamplighter fleet share LOGIN.',
    )
  }
  return EXIT.ok
}

async function passwordOf(
  { passwordFile, stdin }: { readonly passwordFile?: string; readonly stdin: boolean },
  io: Io,
): Promise<Secret> {
  if (passwordFile !== undefined) {
    return new Secret((await beginningOf(passwordFile, 'The password', MOST_BYTES)).trim())
  }
  if (stdin) return new Secret(await firstLine(io))
  if (io.terminal) return io.terminal.askSecret("Password of etcd's root: ")
  throw new AppError('ARGUMENT_INVALID', "Nobody is here to type the password of etcd's root.", {
    hint: 'Give it with --password-file FILE or --stdin.',
  })
}

export async function firstLine(io: Io): Promise<string> {
  for await (const line of io.lines()) if (line.trim() !== '') return line.trim()
  return ''
}
