import type { ProfileView, StatusView } from '../../contract/views.ts'
import { command, isoOrNull, printJson, table } from '../io/command.ts'
import { inWords } from '../io/duration.ts'
import { EXIT } from '../io/exit-codes.ts'

export const list = command({
  name: 'list',
  usage: 'list [{json}]',
  summary: 'every login, how long it has left, and who refreshes it',
  words: { min: 0, max: 0 },
  flags: {},
  async run(core, _words, flags, io) {
    const { profiles, places, problems } = core.overview()
    if (flags.json) {
      printJson(io, { profiles: profiles.map(toJson), problems })
      return EXIT.ok
    }
    for (const problem of problems) io.err(`${problem.message} ${problem.hint ?? ''}`.trimEnd())
    if (profiles.length === 0) {
      io.out('No logins were found. Lamplighter looked here:')
      for (const place of places) io.out(`  ${place.label}: ${place.path} (${place.found})`)
      io.out('Add one with: lamplighter login --issuer URL --client-id ID')
      return EXIT.ok
    }
    const nowMs = io.now()
    const rows = profiles.map((profile) => [
      profile.id,
      profile.account,
      stateWord(profile.status, nowMs),
      timeLeft(profile, nowMs),
      profile.kind === 'oauth' ? profile.owner.refreshedBy : '-',
      profile.whereLine,
    ])
    for (const line of table([['LOGIN', 'ACCOUNT', 'STATE', 'LEFT', 'REFRESHED BY', 'WHERE'], ...rows]))
      io.out(line)
    return EXIT.ok
  },
})

function toJson(profile: ProfileView): Record<string, unknown> {
  const { status } = profile
  return {
    id: profile.id,
    provider: profile.providerId,
    account: profile.account,
    kind: profile.kind,
    owner: profile.owner.refreshedBy,
    mode: profile.owner.mode,
    state: status.kind,
    ...('failure' in status && status.failure ? { failure: status.failure } : {}),
    advice: profile.advice,
    ...(profile.ownLogin ? { ownLogin: profile.ownLogin } : {}),
    accessExpiresAt: isoOrNull(profile.accessExpiresAtMs),
    grantExpiresAt: isoOrNull(profile.grantExpiresAtMs),
    nextRefreshAt: isoOrNull(profile.nextRefreshAtMs),
    scopes: profile.scopes,
    grant: profile.fingerprint ?? null,
    holders: profile.holders.map((holder) => holder.path),
    drift: profile.holders.filter((holder) => holder.drift).map((holder) => holder.path),
    warnings: profile.warnings,
  }
}

function stateWord(status: StatusView, nowMs: number): string {
  switch (status.kind) {
    case 'expired':
      return 'expired, will refresh'
    case 'needs-login':
      return 'needs login'
    case 'held':
      return `held by ${status.by}`
    case 'retrying':
      return `retrying in ${inWords(Math.max(1000, status.untilMs - nowMs))}`
    default:
      return status.kind
  }
}

function timeLeft(profile: ProfileView, nowMs: number): string {
  return profile.accessExpiresAtMs === undefined ? '-' : inWords(profile.accessExpiresAtMs - nowMs)
}
