import { AppError } from '../../base/errors.ts'
import type { OverviewView } from '../../contract/views.ts'
import { findHost } from '../../rpc/handshake-client.ts'
import { type Io, isoOrNull, type Machinery, ownCommand, printJson } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'
import { countsOf, type StatusInput, shortStatus, statusLines, waitingIn } from '../io/status-text.ts'
import { watchStatus } from './watch-status.ts'

export const status = ownCommand({
  name: 'status',
  usage: 'status [{watch} | {short}] [{json}]',
  summary: 'whether Lamplighter runs, how the logins are, and what comes next',
  examples: ['status', 'status --watch', 'status --short'],
  words: { min: 0, max: 0 },
  flags: {
    watch: { type: 'boolean', help: 'a live list with countdowns, until Ctrl-C' },
    short: { type: 'boolean', help: 'one line, as for a prompt or a status bar' },
  },
  async own(machinery, _words, flags, io) {
    if (flags.watch) {
      const { screen } = io
      if (flags.json || !screen) {
        throw new AppError('ARGUMENT_INVALID', '--watch draws in a terminal, and there is none.', {
          hint: 'Without --watch it prints once, and --json is for programs.',
        })
      }
      await watchStatus(machinery, io, screen)
      return EXIT.ok
    }
    const now = await look(machinery, io)
    if (flags.json) printJson(io, toJson(now))
    else if (flags.short) io.out(shortStatus(now))
    else for (const line of statusLines(now)) io.out(line)
    return EXIT.ok
  },
})

async function look({ core, ports }: Machinery, io: Io): Promise<StatusInput> {
  const host = await findHost(ports)
  if (host) {
    const overview = await host.ask('overview', undefined)
    host.peer.close()
    return { host: host.who, overview, nowMs: io.now() }
  }
  await core.start({ schedule: false })
  return { host: undefined, overview: core.overview(), nowMs: io.now() }
}

function toJson({ host, overview }: StatusInput): Record<string, unknown> {
  return {
    host: host
      ? { name: host.host, version: host.version, pid: host.pid, since: isoOrNull(host.sinceMs) }
      : null,
    scheduler: schedulerOf(overview),
    logins: overview.profiles.length,
    counts: countsOf(overview),
    waiting: waitingIn(overview).map(({ id, status }) => ({
      profile: id,
      state: status.kind,
      ...(status.kind === 'retrying' ? { until: isoOrNull(status.untilMs), failure: status.failure } : {}),
    })),
    queue: (overview.queue ?? []).map(({ sinceMs, ...rest }) => ({ ...rest, since: isoOrNull(sinceMs) })),
    problems: overview.problems,
  }
}

function schedulerOf({ scheduler: { running, paused, next } }: OverviewView): Record<string, unknown> {
  return {
    running,
    paused: paused ? { until: isoOrNull(paused.untilMs) } : null,
    next: next ? { profile: next.profileId, at: isoOrNull(next.atMs) } : null,
  }
}
