/** `lamplighter import --from DEST` and `lamplighter send DEST`: what each way costs is said before anything is done. */

import { AppError, fromFailure } from '../../base/errors.ts'
import type { BringRequest, BringResultView, NodeView, Way, WayView } from '../../contract/nodes.ts'
import type { LoginView } from '../../contract/views.ts'
import type { Core } from '../../core.ts'
import { type Io, printJson } from '../io/command.ts'
import { confirmed } from '../io/confirm.ts'
import { EXIT, type ExitCode, exitCodeOf, worstOf } from '../io/exit-codes.ts'
import type { GeneralFlags } from '../io/flags.ts'
import { table } from '../io/table.ts'
import { explanations } from '../io/wrap.ts'
import type { SendFlags } from './import-flags.ts'
import { exitCodeFor, followLogin } from './login.ts'

const WAYS: readonly Way[] = ['move', 'borrow', 'copy', 'sign-in']

/** A login that could travel: what it is called, and how. */
interface Traveller {
  readonly id: string
  readonly account: string
  readonly ways: readonly WayView[]
}

export async function bringLogins(
  core: Core,
  destination: string,
  names: readonly string[],
  flags: SendFlags,
  io: Io,
): Promise<ExitCode> {
  const node = await reached(core, destination)
  const travellers = node.profiles.map(({ id, account, ways }) => ({ id, account, ways }))
  const choices = await chosen(travellers, node.name, names, flags)
  return go(core, choices, node.name, flags, io, (requests) => core.nodes.bring(node.id, requests))
}

export async function sendLogins(
  core: Core,
  destination: string,
  names: readonly string[],
  flags: SendFlags,
  io: Io,
): Promise<ExitCode> {
  const node = await reached(core, destination)
  const accounts = new Map(core.overview().profiles.map(({ id, account }) => [id, account]))
  const travellers = node.sendable.map(({ profileId: id, ways }) => ({
    id,
    account: accounts.get(id) ?? id,
    ways,
  }))
  const ids = names.map((name) => core.idOf(name))
  const choices = await chosen(travellers, 'this machine', ids, flags)
  return go(core, choices, node.name, flags, io, (requests) => core.nodes.send(node.id, requests))
}

/** A node that is not in config.json yet is added: whoever names it here means it. @throws AppError NODE_UNREACHABLE */
async function reached(core: Core, destination: string): Promise<NodeView> {
  const known = core.nodes.list().find(({ id, name }) => id === destination || name === destination)
  if (!known) await core.nodes.add(destination)
  const node = await core.nodes.look(known?.id ?? destination.trim())
  if (node.reach.kind !== 'unreachable') return node
  throw fromFailure(node.reach.failure)
}

interface Choice extends BringRequest {
  readonly account: string
  readonly consequence: string
  readonly risky: boolean
}

/** @throws AppError ARGUMENT_INVALID, PROFILE_UNKNOWN */
async function chosen(
  travellers: readonly Traveller[],
  from: string,
  names: readonly string[],
  { way: wish, all }: SendFlags,
): Promise<readonly Choice[]> {
  const way = WAYS.find((one) => one === wish)
  if (wish !== undefined && !way) {
    throw new AppError('ARGUMENT_INVALID', `"${wish}" is not a way.`, { hint: `One of: ${WAYS.join(', ')}.` })
  }
  if (names.length > 0 && all) throw new AppError('ARGUMENT_INVALID', 'Name the logins, or say --all.')
  const wanted = names.length > 0 ? names.map((name) => named(travellers, from, name)) : travellers
  return wanted.flatMap(({ id, account, ways }): readonly Choice[] => {
    const view = ways.find((one) => (way ? one.way === way : one.suggested))
    const usable = view?.possible ? view : undefined
    if (names.length === 0) {
      // Without names: what is suggested, or with --all whatever this way takes without a risk.
      const fits = usable && (usable.suggested || (all && !usable.risky))
      return fits ? [choice(id, account, usable)] : []
    }
    if (usable) return [choice(id, account, usable)]
    throw new AppError(
      'ARGUMENT_INVALID',
      view?.consequence ?? `Say how ${account} should come over: --way.`,
      {
        hint: `Possible: ${
          ways
            .filter(({ possible }) => possible)
            .map((one) => one.way)
            .join(', ') || 'nothing'
        }.`,
      },
    )
  })
}

function choice(profileId: string, account: string, view: WayView): Choice {
  const { way, consequence, risky, endpoint } = view
  return { profileId, account, way, consequence, risky, ...(endpoint === undefined ? {} : { endpoint }) }
}

function named(travellers: readonly Traveller[], from: string, name: string): Traveller {
  const hits = travellers.filter(({ id, account }) => id === name || account === name)
  const [one, another] = hits
  if (one && !another) return one
  throw new AppError(
    one ? 'ARGUMENT_INVALID' : 'PROFILE_UNKNOWN',
    one ? `"${name}" stands for ${hits.length} logins.` : `There is no login "${name}" on ${from}.`,
    { hint: `There are: ${(one ? hits : travellers).map(({ id }) => id).join(', ') || 'none'}.` },
  )
}

async function go(
  core: Core,
  choices: readonly Choice[],
  node: string,
  flags: SendFlags,
  io: Io,
  work: (requests: readonly BringRequest[]) => Promise<BringResultView>,
): Promise<ExitCode> {
  if (!flags.json) {
    for (const line of table(choices.map(({ account, way }) => [account, way]))) io.out(line)
    const explained = choices.map(({ way, consequence }) => ({ word: way, what: consequence }))
    for (const line of explanations(explained, io.screen?.columns)) io.out(line)
  }
  if (choices.length === 0 || flags.dryRun || !(await agreed(choices, node, flags, io))) {
    if (flags.json) printJson(io, { chosen: choices })
    else io.out(choices.length === 0 ? 'Nothing to do: say which, and --way.' : 'Nothing was done.')
    return EXIT.ok
  }
  return concludeBrought(
    core,
    await work(choices.map(({ account: _, consequence: __, risky: ___, ...request }) => request)),
    flags,
    io,
  )
}

/** What became of each, and the sign-ins that were begun, to their end. */
export async function concludeBrought(
  core: Core,
  result: BringResultView,
  flags: GeneralFlags,
  io: Io,
): Promise<ExitCode> {
  if (!flags.json) printBrought(result, io)
  const ends: LoginView[] = []
  for (const { loginId } of result.rows) {
    const view = core.logins.list().find(({ id }) => id === loginId)
    if (view) ends.push(await followLogin(core, async () => view, flags, io))
  }
  if (flags.json) printJson(io, { result, ...(ends.length > 0 ? { logins: ends } : {}) })
  return worstOf([exitCodeOfBrought(result), ...ends.map(exitCodeFor)])
}

/** An endpoint that only the other machine knows is agreed to by a person: --yes alone does not do. */
async function agreed(choices: readonly Choice[], node: string, flags: SendFlags, io: Io): Promise<boolean> {
  const unknown = choices.find(({ endpoint }) => endpoint !== undefined)?.endpoint
  if (!io.terminal && unknown !== undefined) {
    throw new AppError(
      'PROVIDER_CHANGED',
      `Only ${node} knows this provider: its tokens would go to ${unknown}, and nobody is here to say whether that is right.`,
      { hint: 'Add the provider here first, as you know it: lamplighter provider add.' },
    )
  }
  const logins = choices.length === 1 ? 'this login' : `these ${choices.length} logins`
  return confirmed(`Do that with ${logins} and ${node}?`, flags.yes && unknown === undefined, io)
}

function printBrought({ rows, undoId }: BringResultView, io: Io): void {
  for (const { account, message, failure } of rows) {
    if (message) io.out(`${account}: ${message}`)
    if (!failure) continue
    io.err(`${account}: ${failure.message}`)
    if (failure.hint) io.err(`    ${failure.hint}`)
  }
  if (undoId) io.out(`Undo with: lamplighter import --undo ${undoId}`)
}

function exitCodeOfBrought({ rows }: BringResultView): ExitCode {
  const failures = rows.flatMap(({ failure }) => (failure ? [failure] : []))
  if (failures.length === 0) return EXIT.ok
  return worstOf(failures.map((failure) => exitCodeOf(fromFailure(failure))))
}
