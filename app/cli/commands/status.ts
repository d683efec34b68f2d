import { AppError } from '../../base/errors.ts'
import { needingYou, withoutPlaces } from '../../contract/problems.ts'
import type { OverviewView } from '../../contract/views.ts'
import { isoOrNull, ownCommand, printJson } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'
import { statusBar } from '../io/status-bar.ts'
import { countsOf, type StatusInput, shortStatus, statusLines, waitingIn } from '../io/status-text.ts'
import { lookOnce } from './look-once.ts'
import { watchStatus } from './watch-status.ts'

export const status = ownCommand({
  name: 'status',
  usage: 'status [{watch} | {short} | {line}] [{json}]',
  summary: 'whether Lamplighter runs, how the logins are, and what comes next',
  examples: ['status', 'status --watch', 'status --short', 'status --line waybar'],
  words: { min: 0, max: 0 },
  flags: {
    watch: { type: 'boolean', help: 'a live list with countdowns, until Ctrl-C' },
    short: { type: 'boolean', help: 'one line of words' },
    line: {
      type: 'string',
      value: 'plain|waybar',
      help: 'one short line for a status bar: tmux, starship, Waybar',
    },
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
    const now = await lookOnce(machinery, io)
    if (flags.json) printJson(io, toJson(now))
    else if (flags.line !== undefined) io.out(statusBar(now, flags.line))
    else if (flags.short) io.out(shortStatus(now))
    else for (const line of statusLines({ ...now, columns: io.screen?.columns })) io.out(line)
    return EXIT.ok
  },
})

function toJson({ host, overview }: StatusInput): Record<string, unknown> {
  return {
    host: host
      ? { name: host.host, version: host.version, pid: host.pid, since: isoOrNull(host.sinceMs) }
      : null,
    scheduler: schedulerOf(overview),
    logins: withoutPlaces(overview).profiles.length,
    counts: countsOf(overview),
    waiting: waitingIn(overview).map(({ id, status }) => ({
      profile: id,
      state: status.kind,
      ...(status.kind === 'retrying' ? { until: isoOrNull(status.untilMs), failure: status.failure } : {}),
    })),
    queue: (overview.queue ?? []).map(({ sinceMs, ...rest }) => ({ ...rest, since: isoOrNull(sinceMs) })),
    needsYou: needingYou(overview).problems.map(({ path, sinceMs, profileIds, held, failure }) => ({
      path: path ?? null,
      since: isoOrNull(sinceMs),
      profiles: profileIds,
      ...(held ? { held } : {}),
      failure,
    })),
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
