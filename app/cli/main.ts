/** `lamplighter COMMAND`: the same core and the same locks as the application, whether that is running or not. */

import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { type Core, createCore } from '../core.ts'
import { AppError, toFailure } from '../errors.ts'
import { createNodePorts } from '../platform/node-ports.ts'
import type { Command, Flags, Io } from './command.ts'
import { EXIT, type ExitCode, exitCodeOf } from './exit-codes.ts'
import { history } from './history.ts'
import { list } from './list.ts'
import { login } from './login.ts'
import { provider } from './provider.ts'
import { refresh } from './refresh.ts'
import { token } from './token.ts'

declare const LAMPLIGHTER_VERSION: string

const COMMANDS: readonly Command[] = [list, token, refresh, login, history, provider]

const OPTIONS = {
  json: { type: 'boolean' },
  all: { type: 'boolean' },
  device: { type: 'boolean' },
  'no-browser': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  for: { type: 'string' },
  since: { type: 'string' },
  limit: { type: 'string' },
  provider: { type: 'string' },
  issuer: { type: 'string' },
  'client-id': { type: 'string' },
  scopes: { type: 'string' },
  name: { type: 'string' },
  'authorization-endpoint': { type: 'string' },
  'token-endpoint': { type: 'string' },
  'device-authorization-endpoint': { type: 'string' },
  lead: { type: 'string' },
  'refresh-encoding': { type: 'string' },
} as const

async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parse(argv)
  if (values.version) {
    io.out(LAMPLIGHTER_VERSION)
    return EXIT.ok
  }
  const [name, ...words] = positionals
  if (values.help || name === undefined || name === 'help') {
    io.out(help())
    return name === undefined && !values.help ? EXIT.usage : EXIT.ok
  }
  const command = COMMANDS.find((one) => one.name === name)
  if (!command)
    throw new AppError('ARGUMENT_INVALID', `"${name}" is not a command.`, { hint: 'See: lamplighter --help' })
  if (words.length < command.words.min || words.length > command.words.max) {
    throw new AppError('ARGUMENT_INVALID', `That is not how "${name}" is used.`, {
      hint: `lamplighter ${command.usage}`,
    })
  }
  const ports = createNodePorts({ label: `lamplighter ${name}` })
  const core = createCore(
    values['no-browser'] ? { ...ports, browser: { open: async () => undefined } } : ports,
  )
  return run(command, core, words, toFlags(values), io)
}

async function run(
  command: Command,
  core: Core,
  words: readonly string[],
  flags: Flags,
  io: Io,
): Promise<ExitCode> {
  try {
    await core.start({ schedule: false })
    return await command.run(core, words, flags, io)
  } finally {
    await core.close()
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new AppError('ARGUMENT_INVALID', error instanceof Error ? error.message : String(error), {
      hint: 'See: lamplighter --help',
    })
  }
}

function toFlags(values: Partial<Record<keyof typeof OPTIONS, string | boolean | undefined>>): Flags {
  const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  const flags = Object.fromEntries(given.map(([name, value]) => [camel(name), value]))
  return { json: false, all: false, device: false, noBrowser: false, ...flags }
}

function help(): string {
  const lines = COMMANDS.map((command) => `  lamplighter ${command.usage}\n      ${command.summary}`)
  return [
    'Keeps the OAuth logins on this machine alive.',
    '',
    ...lines,
    '',
    'Exit codes: 0 ok, 1 a passing failure, 2 needs login, 64 wrong usage, 69 cannot be done.',
  ].join('\n')
}

const interrupts: (() => void)[] = []
const io: Io = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  lines: () => createInterface({ input: process.stdin }),
  now: () => Date.now(),
  onInterrupt: (stop) => void interrupts.push(stop),
}

let asked = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A refresh on its way is stored before we go; only a second signal does not wait.
    if (asked) process.exit(EXIT.transient)
    asked = true
    for (const stop of interrupts) stop()
  })
}

main(process.argv.slice(2), io).then(finish, (error: unknown) => {
  const failure = toFailure(error)
  const json = process.argv.includes('--json')
  if (json) io.out(JSON.stringify({ version: 1, failure }))
  else io.err([`lamplighter: ${failure.message}`, failure.hint, failure.detail].filter(Boolean).join('\n  '))
  finish(exitCodeOf(error))
})

/** Standard input may still be open for a pasted address: leave, once what was printed is out. */
function finish(code: ExitCode): void {
  process.stdout.write('', () => process.exit(code))
}
