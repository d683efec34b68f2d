import { AppError, toFailure } from '../../base/errors.ts'
import type { HistoryEventView, ProfileView } from '../../contract/views.ts'
import { NEVER_LAPSES } from '../../model/assess.ts'
import { ownCommand, printJson } from '../io/command.ts'
import { signInHint } from '../io/event-text.ts'
import { type ExitCode, exitCodeOf, exitCodeOfEvent, worstOf } from '../io/exit-codes.ts'

export const refresh = ownCommand({
  name: 'refresh',
  usage: 'refresh PROFILE | {all} [{json}]',
  summary: 'renew one login now, or every login Lamplighter may renew',
  examples: ['refresh ada@example.test', 'refresh --all'],
  words: { min: 0, max: 1 },
  completes: 'logins',
  flags: {
    all: { type: 'boolean', help: 'every login Lamplighter may renew' },
  },
  async own({ broker }, words, flags, io) {
    if (flags.all === (words[0] !== undefined)) {
      throw new AppError('ARGUMENT_INVALID', 'Name one login, or say --all.')
    }
    const all =
      words[0] === undefined
        ? (await broker.ask('overview', undefined)).profiles
        : [await broker.ask('profile', { profile: words[0] })]
    const ids = all.filter(({ can }) => !flags.all || can.refresh).map(({ id }) => id)
    const leftOut = all
      .filter(({ id }) => !ids.includes(id))
      .map((profile) => ({ profile: profile.id, why: whyNot(profile) }))
    const results = await Promise.all(ids.map((id) => one(id)))
    if (flags.json) printJson(io, { results: results.map(({ code: _, ...rest }) => rest), leftOut })
    else if (results.length === 0) io.out('There is no login that Lamplighter may renew.')
    for (const result of flags.json ? [] : results) {
      io.out(`${result.profile}: ${result.event?.message ?? result.failure?.message}`)
      const hint = result.failure?.hint ?? (result.event && signInHint(result.event))
      if (hint !== undefined) io.out(`  ${hint}`)
    }
    for (const { profile, why } of flags.json ? [] : leftOut) io.out(`${profile}: left out. ${why}`)
    return worstOf(results.map((result) => result.code))

    async function one(profile: string): Promise<Result> {
      try {
        const event = await broker.ask('refresh', { profile })
        return { profile, event, code: exitCodeOfEvent(event) }
      } catch (error) {
        return { profile, failure: toFailure(error), code: exitCodeOf(error) }
      }
    }
  },
})

function whyNot({ status, owner }: ProfileView): string {
  if ('failure' in status && status.failure) return status.failure.message
  return status.kind === 'static' ? NEVER_LAPSES : owner.sentence
}

interface Result {
  readonly profile: string
  readonly event?: HistoryEventView
  readonly failure?: ReturnType<typeof toFailure>
  readonly code: ExitCode
}
