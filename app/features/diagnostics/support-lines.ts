/** Profiles and events as lines of a support bundle. Pure; the whole text is shortened and redacted afterwards. */
import type { HistoryEventView, ProfileView, RaceView, StatusView } from '../../contract/views.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "3 d 4 h", "12 min", "40 s"; with a minus for what is past. */
export function age(ms: number): string {
  const sign = ms < 0 ? '-' : ''
  const left = Math.abs(ms)
  if (left >= DAY) return `${sign}${Math.floor(left / DAY)} d ${Math.floor((left % DAY) / HOUR)} h`
  if (left >= HOUR) return `${sign}${Math.floor(left / HOUR)} h ${Math.floor((left % HOUR) / MINUTE)} min`
  if (left >= MINUTE) return `${sign}${Math.floor(left / MINUTE)} min`
  return `${sign}${Math.round(left / 1000)} s`
}

export function profileLines(profiles: readonly ProfileView[], nowMs: number): readonly string[] {
  return profiles.flatMap((profile) => {
    const { id, providerId, kind, owner, status, holders, accessExpiresAtMs, nextRefreshAtMs } = profile
    const until = (name: string, atMs: number | undefined): string[] =>
      atMs === undefined ? [] : [`${name} ${age(atMs - nowMs)}`]
    const facts = [
      `${providerId} ${kind}`,
      `owner ${owner.mode} (${owner.refreshedBy})`,
      `state ${status.kind}`,
      ...until('access', accessExpiresAtMs),
      ...until('next renewal', nextRefreshAtMs),
      `holders ${holders.length}, drift ${holders.filter(({ drift }) => drift).length}`,
      ...(profile.fingerprint === undefined ? [] : [`grant ${profile.fingerprint}`]),
    ]
    const troubles = [...failuresOf(status), ...holders.flatMap(({ problem }) => (problem ? [problem] : []))]
    return [`${id}: ${facts.join(' | ')}`, ...troubles.map((one) => `  ${one.code}: ${one.message}`)]
  })
}

export function eventLine(event: HistoryEventView): string {
  const { atMs, kind, profileId, cause, grant, successor, durationMs, askedBy, message, detail } = event
  const facts = [
    ...(cause === undefined ? [] : [cause]),
    ...(grant === undefined && successor === undefined ? [] : [`${grant ?? '?'} -> ${successor ?? '?'}`]),
    ...(durationMs === undefined ? [] : [`${durationMs} ms`]),
    `asked by ${askedBy}`,
    message,
    ...(detail === undefined ? [] : [`detail: ${detail.replaceAll(/\s*\n\s*/g, ' / ')}`]),
  ]
  return `${new Date(atMs).toISOString()} ${kind} ${profileId} | ${facts.join(' | ')}`
}

export function raceLine(race: RaceView): string {
  const { atMs, profileId, message, advice, eventIds } = race
  const events = `${eventIds.length} ${eventIds.length === 1 ? 'event' : 'events'}`
  return `${new Date(atMs).toISOString()} ${profileId} | ${events} | ${message} ${advice}`
}

function failuresOf(status: StatusView): readonly { readonly code: string; readonly message: string }[] {
  return 'failure' in status && status.failure ? [status.failure] : []
}
