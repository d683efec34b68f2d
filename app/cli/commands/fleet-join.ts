/** `fleet invite` and `fleet join`: how another machine comes into the fleet. */
import { AppError } from '../../base/errors.ts'
import { printJson } from '../io/command.ts'
import { inWords } from '../io/duration.ts'
import { EXIT, type ExitCode } from '../io/exit-codes.ts'
import type { FleetAsked } from './fleet-asked.ts'
import { firstLine } from './fleet-found.ts'

export async function inviteMachine({ core, flags, io }: FleetAsked): Promise<ExitCode> {
  const role = flags.reader ? 'reader' : 'keeper'
  const { id, text, untilMs } = await core.fleet.invite(role)
  if (flags.json) printJson(io, { invitation: text.expose(), role, untilMs })
  else {
    io.out(text.expose())
    io.err(
      `For one ${role}, within ${inWords(untilMs - io.now())}. Whoever has it can join: take it there by a way that nobody else reads. On the other machine: lamplighter fleet join`,
    )
  }
  if (flags.noWait) return EXIT.ok
  const stop = new AbortController()
  io.onInterrupt(() => stop.abort())
  if (!flags.json)
    io.err('Waiting until it has come. Ctrl-C ends that; a running Lamplighter here admits it, too.')
  const name = await core.fleet.admit(id, stop.signal)
  if (name !== undefined) {
    if (flags.json) printJson(io, { admitted: name, role })
    else io.out(`${name} is in the fleet, as ${role}.`)
  }
  return EXIT.ok
}

export async function joinFleet({ core, ports, word, flags, io }: FleetAsked): Promise<ExitCode> {
  const invitation = word !== '' ? word : flags.stdin ? await firstLine(io) : await typed()
  const stop = new AbortController()
  io.onInterrupt(() => stop.abort())
  const view = await core.fleet.join(invitation, flags.name ?? ports.process.hostname, {
    signal: stop.signal,
    onAsked(fleet) {
      if (!flags.json)
        io.err(`Asked to join "${fleet}". Waiting for the machine that invited; its Lamplighter has to run.`)
    },
  })
  if (flags.json) printJson(io, { fleet: view })
  else
    io.out(
      `This machine is in the fleet "${view.name}", as ${view.role}. ${view.shared.length} of its logins are here.`,
    )
  return EXIT.ok

  async function typed(): Promise<string> {
    if (io.terminal) return (await io.terminal.askSecret('Invitation: ')).expose()
    throw new AppError('ARGUMENT_INVALID', 'Nobody is here to type the invitation.', {
      hint: 'Give it as a word, or with --stdin, where no other process can read it.',
    })
  }
}
