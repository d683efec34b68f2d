/** `lamplighter fleet …`: many machines that share logins. */
import { AppError } from '../../base/errors.ts'
import type { FleetView } from '../../contract/fleet.ts'
import { worstLevel } from '../../features/diagnostics/finding.ts'
import { type Io, ownCommand, printJson } from '../io/command.ts'
import { inWords } from '../io/duration.ts'
import { EXIT, type ExitCode } from '../io/exit-codes.ts'
import { table } from '../io/table.ts'
import { FLEET_FLAGS, type FleetAsked } from './fleet-asked.ts'
import { foundFleet } from './fleet-found.ts'
import { inviteMachine, joinFleet } from './fleet-join.ts'

type Action = (asked: FleetAsked) => Promise<ExitCode>

/** Each with what its word stands for, where it takes one. */
const ACTIONS: Readonly<
  Record<string, { readonly run: Action; readonly word?: string; readonly optional?: true }>
> = {
  found: { run: foundFleet, word: 'NAME' },
  invite: { run: inviteMachine },
  join: { run: joinFleet, word: 'INVITATION', optional: true },
  share: { run: share, word: 'LOGIN' },
  'take-out': { run: takeOut, word: 'LOGIN' },
  nodes: { run: nodes },
  remove: { run: remove, word: 'NODE' },
  status: { run: status },
  doctor: { run: examine },
  'confirm-restore': { run: confirmRestore },
  leave: { run: leave },
}

const USAGES = Object.entries(ACTIONS).map(([name, { word, optional }]) =>
  word === undefined ? name : `${name} ${optional ? `[${word}]` : word}`,
)

export const fleet = ownCommand({
  name: 'fleet',
  usage:
    'fleet found NAME {here} [{host}] [{port}] [{program}] | fleet found NAME ({etcd} | {postgres}) [{ca}] [{user}] [{password-file} | {stdin}] | fleet invite [{reader}] [{no-wait}] | fleet join [INVITATION] [{name}] | fleet share LOGIN | fleet take-out LOGIN | fleet nodes | fleet remove NODE | fleet status | fleet doctor | fleet confirm-restore | fleet leave [{force}] [{json}]',
  summary:
    'many machines that share logins over an etcd or a PostgreSQL: any of them may fail, and one at a time renews',
  examples: [
    'fleet found home --here',
    'fleet found home --etcd https://attic:2379 --ca ca.pem',
    'fleet found home --postgres postgres://attic/lamplighter --ca ca.pem',
    'fleet invite --reader',
    'fleet share openai-codex:ada@example.com',
  ],
  words: { min: 1, max: 2 },
  completes: Object.keys(ACTIONS),
  flags: FLEET_FLAGS,
  async own({ core, ports, ownEtcd }, [name = '', word], flags, io) {
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
    const isRight = word === undefined ? !action?.word || action.optional : action?.word !== undefined
    if (!action || !isRight) {
      const hint = `lamplighter fleet ${USAGES.join(' | ')}`
      throw new AppError('ARGUMENT_INVALID', 'That is not how "fleet" is used.', { hint })
    }
    await core.start({ schedule: false })
    return action.run({ core, ports, word: word ?? '', flags, io, ownEtcd })
  },
})

async function share({ core, word, flags, io }: FleetAsked): Promise<ExitCode> {
  const id = core.idOf(word)
  await core.fleet.share(id)
  if (flags.json) printJson(io, { shared: id })
  else
    io.out(
      `${id} is shared: every machine of the fleet has its access token from now on, and one keeper at a time renews it.`,
    )
  return EXIT.ok
}

async function takeOut({ core, word, flags, io }: FleetAsked): Promise<ExitCode> {
  const id = core.idOf(word)
  await core.fleet.takeOut(id)
  if (flags.json) printJson(io, { takenOut: id })
  else io.out(`${id} is this machine's own again. The others use its access token until that lapses.`)
  return EXIT.ok
}

async function nodes({ core, flags, io }: FleetAsked): Promise<ExitCode> {
  const all = await core.fleet.nodes()
  if (flags.json) {
    printJson(io, { nodes: all })
    return EXIT.ok
  }
  const rows = all.map(({ id, name, role, isThis, seenMs }) => [
    name,
    role,
    id,
    isThis
      ? 'this machine'
      : seenMs === undefined
        ? 'not heard of yet'
        : `there ${inWords(seenMs - io.now() - 1)}`,
  ])
  for (const line of table(rows)) io.out(line)
  return EXIT.ok
}

async function remove({ core, word, flags, io }: FleetAsked): Promise<ExitCode> {
  const removal = await core.fleet.removeNode(word)
  if (flags.json) {
    printJson(io, { removed: removal })
    return EXIT.ok
  }
  const { name, role, renewed, kept, left } = removal
  io.out(`${name} is removed: the register refuses it, and what is written from now on it cannot open.`)
  if (role === 'reader') io.out('It never held a refresh token.')
  else io.out(`Of ${logins(renewed + left)} that it could renew, ${renewed} were renewed since.`)
  if (kept > 0)
    io.out(
      `${logins(kept)} of these have a provider that does not rotate refresh tokens: what ${name} holds goes on working. Sign in to them again, or end them there.`,
    )
  if (left > 0)
    io.out(
      `${logins(left)} could not be renewed yet: Lamplighter goes on with that. See: lamplighter fleet doctor`,
    )
  io.out('Access tokens that it has work until they expire.')
  return EXIT.ok
}

async function status({ core, flags, io }: FleetAsked): Promise<ExitCode> {
  const view = await core.fleet.view()
  if (flags.json) printJson(io, { fleet: view ?? null })
  else if (view) printFleet(view, io)
  else io.out('This machine is of no fleet. Found one: lamplighter fleet found NAME')
  return view?.problem ? EXIT.transient : EXIT.ok
}

export function printFleet(
  { name, machine, role, administrator, register, problem, shared, contactMs }: FleetView,
  io: Io,
): void {
  io.out(`${name}: this machine is ${machine}, ${role}${administrator ? ' and administrator' : ''}`)
  const heard = contactMs === undefined ? 'not reached yet' : `heard of ${inWords(contactMs - io.now() - 1)}`
  io.out(`  register: ${register.join(', ')}, ${heard}`)
  if (problem) for (const line of [problem.message, problem.hint]) if (line) io.err(`  ${line}`)
  const rows = shared
    .filter(({ state }) => state !== 'left')
    .map(({ id, profileId, state, expiresAtMs }) => [
      profileId ?? id,
      state === 'rejected'
        ? 'ended: sign in again'
        : expiresAtMs === undefined
          ? 'works'
          : expiresAtMs < io.now()
            ? `expired ${inWords(expiresAtMs - io.now())}`
            : `expires in ${inWords(expiresAtMs - io.now())}`,
    ])
  for (const line of table(rows)) io.out(`  ${line}`)
}

async function examine({ core, flags, io }: FleetAsked): Promise<ExitCode> {
  const findings = await core.fleet.check()
  const worst = worstLevel(findings)
  if (flags.json) printJson(io, { worst, findings })
  else
    for (const { level, what, todo } of findings) {
      io.out(`${level.padEnd(4)}  ${what}`)
      if (todo !== undefined) io.out(`      ${todo}`)
    }
  return worst === 'bad' ? EXIT.cannot : worst === 'warn' ? EXIT.transient : EXIT.ok
}

async function confirmRestore({ core, flags, io }: FleetAsked): Promise<ExitCode> {
  const view = await core.fleet.confirmRestored()
  if (flags.json) printJson(io, { fleet: view })
  else {
    io.out(
      "The register is the fleet's again, with new keys; what this machine knew of more than it stands there.",
    )
    io.out('The others follow by themselves. Whoever joined since the backup has to be invited again.')
  }
  return EXIT.ok
}

async function leave({ core, flags, io }: FleetAsked): Promise<ExitCode> {
  const view = await core.fleet.view()
  await core.fleet.leave(flags.force)
  if (flags.json) printJson(io, { left: view?.name ?? null })
  else
    io.out(
      `This machine is of no fleet any more; what was shared is gone from here. On the administrator's machine: lamplighter fleet remove ${view?.machine ?? ''}`,
    )
  return EXIT.ok
}

function logins(count: number): string {
  return count === 1 ? '1 login' : `${count} logins`
}
