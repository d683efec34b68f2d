import { AppError } from '../../base/errors.ts'
import type { DoorView } from '../../contract/doors.ts'
import type { Core } from '../../core.ts'
import { command, type Io, isoOrNull, printJson } from '../io/command.ts'
import { inWords, parseDuration } from '../io/duration.ts'
import { EXIT } from '../io/exit-codes.ts'
import type { FlagsOf, GeneralFlags } from '../io/flags.ts'
import { table } from '../io/table.ts'

const FLAGS = {
  logins: { type: 'string', value: 'A,B', help: 'whose access tokens it gives' },
  for: { type: 'string', value: '8h', help: 'how long it stands open; absent: until it is removed' },
  port: { type: 'string', value: 'N', help: 'a port of 127.0.0.1 with a key, in place of a socket' },
} as const
type Flags = FlagsOf<typeof FLAGS> & GeneralFlags

export const door = command({
  name: 'door',
  usage: 'door add NAME {logins} [{for}] [{port}] | door list | door remove NAME [{json}]',
  summary: 'for containers and virtual machines: gives the access tokens of chosen logins, and nothing else',
  examples: [
    'door add builder --logins ada@example.test --for 8h',
    'door add vm --logins ada@example.test --port 9465',
    'door list',
  ],
  words: { min: 1, max: 2 },
  completes: ['add', 'list', 'remove'],
  flags: FLAGS,
  async run(core, [verb, name], flags, io) {
    if (verb === 'list' && name === undefined) await list(core, flags, io)
    else if (verb === 'add' && name !== undefined) await add(core, name, flags, io)
    else if (verb === 'remove' && name !== undefined) {
      await core.doors.remove(name)
      if (flags.json) printJson(io, { removed: name })
      else io.out(`The door "${name}" is closed.`)
    } else {
      throw new AppError('ARGUMENT_INVALID', 'That is not how "door" is used.', {
        hint: `lamplighter ${door.usage}`,
      })
    }
    return EXIT.ok
  },
})

async function add(core: Core, name: string, flags: Flags, io: Io): Promise<void> {
  const given = (flags.logins ?? '').split(',').map((one) => one.trim())
  if (given.includes('')) {
    throw new AppError('ARGUMENT_INVALID', 'Say whose tokens it gives: --logins A,B.')
  }
  const { door: made, key } = await core.doors.add({
    name,
    logins: given,
    ...(flags.for === undefined ? {} : { forMs: parseDuration(flags.for) }),
    ...(flags.port === undefined ? {} : { port: portOf(flags.port) }),
  })
  if (flags.json) {
    printJson(io, { door: toJson(made), ...(key === undefined ? {} : { key }) })
    return
  }
  const where = 'socket' in made.at ? made.at.socket : `http://127.0.0.1:${made.at.port}`
  io.out(`The door "${name}" stands open ${untilWords(made, io)} while Lamplighter runs, at ${where}`)
  if (key !== undefined) io.out(`Its key, shown this once: ${key}`)
  else io.out('Whoever has its folder in front of them may ask.')
  for (const { what, text } of made.lines) io.out(`${what}: ${text}`)
}

/** @throws AppError ARGUMENT_INVALID */
function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port >= 1 && port <= 65_535) return port
  throw new AppError('ARGUMENT_INVALID', `"${text}" is not a port: 1 to 65535.`)
}

async function list(core: Core, { json }: Flags, io: Io): Promise<void> {
  const doors = await core.doors.list()
  if (json) printJson(io, { doors: doors.map(toJson) })
  else if (doors.length === 0) io.out('No door stands open.')
  else {
    const rows = doors.map((one) => [
      one.name,
      'socket' in one.at ? one.at.socket : `127.0.0.1:${one.at.port}`,
      untilWords(one, io),
      one.logins.map(({ id }) => id).join(', '),
    ])
    for (const line of table(rows)) io.out(line)
  }
}

function untilWords({ untilMs }: DoorView, io: Io): string {
  return untilMs === undefined ? 'until it is removed' : `for ${inWords(Math.max(0, untilMs - io.now()))}`
}

function toJson({ name, logins, untilMs, at }: DoorView): Record<string, unknown> {
  return {
    name,
    logins: logins.map(({ id }) => id),
    until: isoOrNull(untilMs),
    ...('socket' in at ? { socket: at.socket } : { port: at.port }),
  }
}
