import { AppError } from '../../base/errors.ts'
import { createConfig } from '../../config/config.ts'
import { checkLogins, DEFAULT_WITHIN_MS } from '../../features/diagnostics/restart-check.ts'
import { type Readiness, worstReadiness } from '../../model/readiness.ts'
import { signInHere } from '../../model/usable-token.ts'
import { type Io, isoOrNull, type Machinery, ownCommand, printJson } from '../io/command.ts'
import { inWords, parseDuration } from '../io/duration.ts'
import { EXIT, type ExitCode } from '../io/exit-codes.ts'
import type { FlagsOf, FlagTable } from '../io/flags.ts'
import type { Line } from '../io/line.ts'
import { readinessMark } from '../io/marks.ts'
import { textTable } from '../io/text-table.ts'

export const CODES: Readonly<Record<Readiness['level'], ExitCode>> = {
  ready: EXIT.ok,
  lapses: EXIT.transient,
  waits: EXIT.transient,
  'needs-login': EXIT.needsLogin,
  unknown: EXIT.cannot,
}

const CHECK_FLAGS = {
  profiles: { type: 'string', value: 'A,B', help: 'only these logins' },
  service: { type: 'string', value: 'NAME', help: 'the logins that config.json names for it' },
  within: { type: 'string', value: '30m', help: 'how long they have to be good' },
  refresh: { type: 'boolean', help: 'renews what is not' },
} as const satisfies FlagTable

export const check = ownCommand({
  name: 'check',
  usage: 'check [{profiles} | {service}] [{within}] [{refresh}] [{json}] [-- COMMAND...]',
  summary:
    'before a restart: is every login good for a while? With --refresh renews what is not; runs COMMAND only if all is well',
  examples: ['check --refresh -- systemctl --user restart agent', 'check --service agent --within 1h'],
  words: { min: 0, max: 0 },
  flags: CHECK_FLAGS,
  takesCommand: true,
  async own(machinery, _words, flags, io) {
    const { broker, command, children } = machinery
    let isInterrupted = false
    io.onInterrupt(() => {
      isInterrupted = true
    })
    const names = await namesFrom(machinery, flags)
    const withinMs = flags.within === undefined ? DEFAULT_WITHIN_MS : parseDuration(flags.within)
    const asks = {
      overview: () => broker.ask('overview', undefined),
      profile: (name: string) => broker.ask('profile', { profile: name }),
      refresh: (profile: string) => broker.ask('refresh', { profile }),
      lookAgain: async () => broker.close(), // whoever is found then looks first
      now: io.now,
    }
    const found = await checkLogins(asks, {
      withinMs,
      refresh: flags.refresh,
      ...(names ? { names } : {}),
    })
    if (found.length === 0) {
      throw new AppError('PROFILE_UNKNOWN', 'There is no login that could be checked.', {
        hint: 'Is this the right user? `lamplighter list` says where it looked.',
      })
    }
    const level = worstReadiness(found)
    // Standard output is the command's, where there is one.
    const out = command ? io.err : io.out
    if (flags.json) printJson({ ...io, out }, { ready: level === 'ready', logins: found.map(toJson) })
    else {
      for (const line of linesFor(found, io, command !== undefined)) out(line)
      for (const { level, profileId } of found) if (level === 'needs-login') out(signInHere(profileId))
    }
    if (level !== 'ready' || !command) return CODES[level]
    if (isInterrupted) return EXIT.transient // whoever pressed Ctrl-C wants no restart
    broker.close() // it may run for months
    if (!children) throw new AppError('ARGUMENT_INVALID', 'No command can be run from here.')
    return children.run(command, {})
  },
})

/** Undefined: all of them. @throws AppError ARGUMENT_INVALID, CONFIG_INVALID */
async function namesFrom(
  { ports }: Machinery,
  flags: FlagsOf<typeof CHECK_FLAGS>,
): Promise<readonly string[] | undefined> {
  if (flags.service === undefined)
    return flags.profiles
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean)
  if (flags.profiles !== undefined) {
    throw new AppError(
      'ARGUMENT_INVALID',
      'Name logins with --profiles or a service with --service, not both.',
    )
  }
  const { services = {} } = await createConfig(ports).read()
  const names = Object.hasOwn(services, flags.service) ? services[flags.service] : undefined
  if (names) return names
  throw new AppError('ARGUMENT_INVALID', `config.json does not say which logins "${flags.service}" uses.`, {
    hint: `Add it to ${ports.paths.config}: "services": { "${flags.service}": ["LOGIN"] }`,
  })
}

/** With a command that is about to run, only what stands in its way is worth a line. */
function linesFor(found: readonly Readiness[], { now, screen }: Io, isShort: boolean): readonly Line[] {
  const shown = found.filter(({ level }) => !isShort || level !== 'ready')
  return textTable(
    shown.map((one) => [
      screen ? readinessMark(one.level) : one.level,
      one.profileId,
      time(one, now()),
      one.why ?? '',
    ]),
    screen?.columns,
  )
}

function time({ expiresAtMs }: Readiness, nowMs: number): string {
  if (expiresAtMs === undefined) return '-'
  const words = inWords(expiresAtMs - nowMs)
  return expiresAtMs > nowMs ? `${words} left` : `expired ${words}`
}

function toJson({ profileId, account, level, why, expiresAtMs }: Readiness): Record<string, unknown> {
  return { profile: profileId, account, level, why: why ?? null, accessExpiresAt: isoOrNull(expiresAtMs) }
}
