import { AppError } from '../../base/errors.ts'
import type { KeyInput } from '../../contract/views.ts'
import type { Core } from '../../core.ts'
import { type Command, command, type Io, isoOrNull, printJson } from '../io/command.ts'
import { parseDuration } from '../io/duration.ts'
import { EXIT, type ExitCode, exitCodeOfEvent } from '../io/exit-codes.ts'
import type { FlagsOf, GeneralFlags } from '../io/flags.ts'
import { table } from '../io/table.ts'
import { givenSecret } from './provider-secret.ts'

const FLAGS = {
  'from-file': { type: 'string', value: 'FILE', help: 'takes the key from a file, whole' },
  stdin: { type: 'boolean', help: 'takes the key from standard input, whole' },
  token: { type: 'boolean', help: 'add: it is a personal access token' },
  expires: { type: 'string', value: 'YYYY-MM-DD', help: 'the day it ends' },
  'rotate-every': { type: 'string', value: '90d', help: 'add: how long one is kept' },
  'rotate-on': { type: 'string', value: 'YYYY-MM-DD', help: 'add: the day to rotate it' },
  'rotate-command': {
    type: 'string',
    value: '"WORDS"',
    help: 'add: prints a new key; the old one is in LAMPLIGHTER_OLD_KEY',
  },
  'probe-command': {
    type: 'string',
    value: '"WORDS"',
    help: 'add: ends well when the key in LAMPLIGHTER_KEY works',
  },
} as const
type Flags = FlagsOf<typeof FLAGS> & GeneralFlags

export const key: Command = command({
  name: 'key',
  usage:
    'key add NAME [{expires}] [{rotate-every} | {rotate-on}] [{rotate-command}] [{probe-command}] | key rotate NAME [{expires}] | key list [{json}]',
  summary:
    'keeps API keys and access tokens in the vault: counts them down, rotates them by a command or by hand',
  examples: ['key add openai:ci --rotate-every 90d', 'key rotate openai:ci', 'key list'],
  words: { min: 1, max: 2 },
  completes: ['add', 'rotate', 'list'],
  flags: FLAGS,
  async run(core, [verb, name], flags, io) {
    if (verb === 'list' && name === undefined) return list(core, flags, io)
    if (verb === 'add' && name !== undefined) return add(core, name, flags, io)
    if (verb === 'rotate' && name !== undefined) return rotate(core, name, flags, io)
    throw new AppError('ARGUMENT_INVALID', 'That is not how "key" is used.', {
      hint: `lamplighter ${key.usage}`,
    })
  },
})

async function add(core: Core, id: string, flags: Flags, io: Io): Promise<ExitCode> {
  const input = keyInput(id, flags, io)
  const view = await core.addKey(input, await givenSecret(flags, io, 'Key: '))
  if (flags.json) printJson(io, { profile: view.id })
  else io.out(`${view.id} is in the vault. A program gets it with: lamplighter token ${view.id}`)
  return EXIT.ok
}

/** By its command where it has one and no new key is given. */
async function rotate(core: Core, name: string, flags: Flags, io: Io): Promise<ExitCode> {
  const { id, can } = core.profile(name)
  const isGiven = flags.fromFile !== undefined || flags.stdin
  if (can.refresh && !isGiven) {
    const event = await core.refresh(id, { askedBy: 'person' })
    if (flags.json) printJson(io, { event })
    else io.out(event.kind === 'refreshed' ? `${id} is rotated.` : event.message)
    return exitCodeOfEvent(event)
  }
  await core.replaceKey(id, await givenSecret(flags, io, 'New key: '), dayMs(flags.expires, io))
  if (flags.json) printJson(io, { rotated: id })
  else io.out(`${id} is rotated.`)
  return EXIT.ok
}

function list(core: Core, flags: Flags, io: Io): ExitCode {
  const keys = core.overview().profiles.filter(({ kind }) => kind !== 'oauth')
  if (flags.json) {
    printJson(io, {
      keys: keys.map(({ id, kind, accessExpiresAtMs, rotateAtMs }) => ({
        id,
        kind,
        expiresAt: isoOrNull(accessExpiresAtMs),
        rotateAt: isoOrNull(rotateAtMs),
      })),
    })
    return EXIT.ok
  }
  const day = (ms: number | undefined): string => isoOrNull(ms)?.slice(0, 10) ?? ''
  const rows = keys.map(({ id, accessExpiresAtMs: end, rotateAtMs, can, whereLine }) => [
    id,
    end === undefined ? 'no end' : `ends ${day(end)}`,
    rotateAtMs === undefined ? '' : `rotated ${can.refresh ? 'by itself' : 'by you'} on ${day(rotateAtMs)}`,
    whereLine,
  ])
  for (const line of table(rows, io.screen?.columns)) io.out(line)
  return EXIT.ok
}

function keyInput(id: string, flags: Flags, io: Io): KeyInput {
  const { rotateEvery, rotateOn, rotateCommand, probeCommand } = flags
  const expiresAtMs = dayMs(flags.expires, io)
  if (rotateOn !== undefined) dayMs(rotateOn, io)
  const words = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean)
  const rules = {
    ...(rotateEvery === undefined ? {} : { rotateEveryDays: parseDuration(rotateEvery) / 86_400_000 }),
    ...(rotateOn === undefined ? {} : { rotateOn }),
    ...(rotateCommand === undefined ? {} : { rotateCommand: words(rotateCommand) }),
    ...(probeCommand === undefined ? {} : { probeCommand: words(probeCommand) }),
  }
  return {
    id,
    ...(flags.token ? { kind: 'token' } : {}),
    ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
    ...(Object.keys(rules).length === 0 ? {} : { rules }),
  }
}

/** @throws AppError ARGUMENT_INVALID for what is no day to come */
function dayMs(day: string | undefined, io: Io): number | undefined {
  if (day === undefined) return undefined
  const atMs = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN
  if (atMs > io.now()) return atMs
  throw new AppError('ARGUMENT_INVALID', `"${day}" is no day to come, like 2030-12-31.`)
}
