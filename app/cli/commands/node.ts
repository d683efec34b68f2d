/** `lamplighter node …`: the person's other machines. */

import { AppError } from '../../base/errors.ts'
import type { Comparison, NodeView, ReachView } from '../../contract/nodes.ts'
import type { Core } from '../../core.ts'
import { command, type Io, printJson } from '../io/command.ts'
import { inWords } from '../io/duration.ts'
import { EXIT, type ExitCode } from '../io/exit-codes.ts'
import type { FlagsOf, FlagTable, GeneralFlags } from '../io/flags.ts'
import { table } from '../io/table.ts'

const HOW =
  'lamplighter node add DEST [--name NAME] | list | look DEST | trust DEST | rename DEST NAME | remove DEST'

const NODE_FLAGS = {
  name: { type: 'string', value: 'NAME', help: 'what it is called here' },
} as const satisfies FlagTable

type Flags = FlagsOf<typeof NODE_FLAGS> & GeneralFlags

export const node = command({
  name: 'node',
  usage:
    'node add DEST [{name}] | node list | node look DEST | node trust DEST | node rename DEST NAME | node remove DEST [{json}]',
  summary: 'other machines, reached with your own ssh: what they hold, beside what is here',
  examples: ['node add ada@t440 --name T440', 'node look T440'],
  words: { min: 1, max: 3 },
  completes: ['add', 'list', 'look', 'trust', 'rename', 'remove'],
  flags: NODE_FLAGS,
  async run(core, [action = '', destination, name], flags, io) {
    const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
    const isNamed = (name !== undefined) === (action === 'rename')
    if (!run || !isNamed || (action !== 'list' && destination === undefined)) {
      throw new AppError('ARGUMENT_INVALID', 'That is not how "node" is used.', { hint: HOW })
    }
    return run(core, destination ?? '', name === undefined ? flags : { ...flags, name }, io)
  },
})

type Action = (core: Core, destination: string, flags: Flags, io: Io) => Promise<ExitCode>

const ACTIONS: Readonly<Record<string, Action>> = {
  async add(core, destination, flags, io) {
    await core.nodes.add(destination, flags.name)
    const code = await look(core, destination.trim(), flags, io)
    if (code !== EXIT.ok && !flags.json)
      io.out(
        `It is in the list of your machines all the same. Try again: lamplighter node look ${destination.trim()}`,
      )
    return code
  },
  look,
  async trust(core, destination, flags, io) {
    const view = await core.nodes.trust(idOf(core, destination))
    if (flags.json) printJson(io, { node: view })
    else printNode(view, io)
    return EXIT.ok
  },
  async list(core, _, flags, io) {
    print(core.nodes.list(), flags, io)
    return EXIT.ok
  },
  async rename(core, destination, flags, io) {
    const id = idOf(core, destination)
    if (!core.nodes.list().some((one) => one.id === id))
      throw new AppError('NODE_UNKNOWN', `There is no machine "${destination}".`, {
        hint: 'See: lamplighter node list',
      })
    print(await core.nodes.add(id, flags.name), flags, io)
    return EXIT.ok
  },
  async remove(core, destination, flags, io) {
    const id = idOf(core, destination)
    const name = core.nodes.list().find((one) => one.id === id)?.name ?? id
    const borrowed = core
      .overview()
      .profiles.filter(({ owner }) => owner.mode === 'borrowed' && owner.refreshedBy === name)
    const nodes = await core.nodes.remove(id)
    if (flags.json) {
      printJson(io, { removed: { id, name }, nodes })
      return EXIT.ok
    }
    io.out(
      `Removed ${name === id ? name : `${name} (${id})`} from the list. On the machine itself nothing changes.`,
    )
    for (const one of borrowed) io.out(`${one.id} is borrowed from it, and is no longer renewed: it expires.`)
    print(nodes, flags, io)
    return EXIT.ok
  },
}

async function look(core: Core, destination: string, flags: Flags, io: Io): Promise<ExitCode> {
  const view = await core.nodes.look(idOf(core, destination))
  if (flags.json) printJson(io, { node: view })
  else printNode(view, io)
  return view.reach.kind === 'unreachable' ? EXIT.transient : EXIT.ok
}

/** By what is typed after ssh, or by its name. */
function idOf(core: Core, wanted: string): string {
  return core.nodes.list().find(({ id, name }) => id === wanted || name === wanted)?.id ?? wanted
}

function print(nodes: readonly NodeView[], flags: Flags, io: Io): void {
  if (flags.json) {
    printJson(io, { nodes })
    return
  }
  if (nodes.length === 0) io.out('No other machine is known yet. Add one: lamplighter node add DEST')
  const rows = nodes.map(({ id, name, reach, profiles }) => [
    name,
    name === id ? '' : id,
    reachWords(reach, io.now()),
    profiles.length === 1 ? '1 login' : `${profiles.length} logins`,
  ])
  for (const line of table(rows)) io.out(line)
}

function printNode({ id, name, reach, profiles, stranger }: NodeView, io: Io): void {
  io.out(`${name}: ${reachWords(reach, io.now())}`)
  if (reach.kind === 'unreachable') {
    for (const line of [reach.failure.hint, reach.failure.detail]) if (line) io.err(`  ${line}`)
  }
  if (reach.kind === 'reached' && reach.limits) io.out(`  ${reach.limits}`)
  if (stranger) io.out(`  ${STRANGER}${id}`)
  const rows = profiles.map(({ id, account, providerName, comparison, whereLine }) => [
    id,
    account,
    providerName,
    WORDS[comparison],
    whereLine,
  ])
  for (const [at, line] of table(rows).entries()) {
    io.out(`  ${line}`)
    const one = profiles[at]
    if (one?.note) io.out(`      ${one.note}`)
    const ways = one?.ways
      .filter(({ possible }) => possible)
      .map(({ way, suggested }) => (suggested ? `${way}*` : way))
    if (ways && ways.length > 0) io.out(`      possible: ${ways.join(', ')}`)
  }
}

const STRANGER =
  'It was not told which machine asks, so copies of one login are not recognised. If it is yours: lamplighter node trust '

const WORDS: Readonly<Record<Comparison, string>> = {
  'only-there': 'only there',
  same: 'same',
  'newer-there': 'newer there',
  'newer-here': 'newer here',
  'other-account': 'other account',
  'borrowed-here': 'borrowed here',
  'borrowed-there': 'borrowed there',
  fork: 'FORK: both machines can spend it',
  unreadable: 'not readable',
}

function reachWords(reach: ReachView, nowMs: number): string {
  switch (reach.kind) {
    case 'unknown':
      return 'not looked at yet'
    case 'asking':
      return 'asking'
    case 'reached': {
      const by = {
        host: 'Lamplighter runs there',
        cli: 'Lamplighter is installed there',
        files: 'files only',
      }[reach.by]
      return `${by}, looked ${inWords(reach.atMs - nowMs - 1)}`
    }
    case 'unreachable':
      return `${reach.failure.message} Tried ${inWords(reach.atMs - nowMs - 1)}.`
  }
}
